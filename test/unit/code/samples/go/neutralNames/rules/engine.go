package rules

type Surface string

const (
	SurfaceWeb Surface = "web"
	SurfaceCli Surface = "cli"
)

func (e *Engine) Decide(surface Surface) (bool, error) {
	return e.prepared.Eval(string(surface), "input")
}

func decide(e *Engine) {
	_, _ = e.Decide(SurfaceWeb)
	_, _ = e.prepared.Eval("allow", "input")
}
