package pkg

import "github.com/posthog/posthog-go"

type FeatureFlag struct {
	Key     string
	Default bool
}

var (
	AuditStream = FeatureFlag{Key: "⟦definition:audit-stream⟧"}
	FastDeploy  = FeatureFlag{Key: "⟦definition:fast-deploy⟧", Default: true}
)

type Evaluator struct{ ph posthog.Client }

func (e Evaluator) Bool(flag FeatureFlag, id string) bool {
	v, err := e.ph.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: flag.Key, DistinctId: id})
	if err != nil {
		return flag.Default
	}
	return v.(bool)
}
