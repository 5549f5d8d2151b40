package pkg

var bucket = Bucket{Key: "fast-deploy"}

func (s *Server) Deploy(id string) {
	if s.eval.Bool(⟦use:FastDeploy=>fast-deploy⟧, id) {
		s.fast(bucket, AuditStream)
	}
	if s.eval.Bool(⟦use:AuditStream=>audit-stream⟧, id) {
		s.log.Info("audit-stream")
	}
}
