package page

func (p *Page) Show(person string) bool {
	return p.flags.Eval("⟦wrapper:new-page⟧", person)
}
