package flags

import "testing"

func TestEval(t *testing.T) {
	c := newFake()
	c.SetOverride("⟦wrapper:night-mode⟧", true)
	c.SetOverride("never-read", true)
	c.SetRegion("night-mode")
	if !c.Eval("⟦wrapper:night-mode⟧", "person") {
		t.Fatal("the override counts")
	}
}
