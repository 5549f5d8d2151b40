from .gate import Gate, Label

menu = Gate("⟦wrapper:gated-menu⟧")
search = Gate(flag="⟦wrapper:gated-search⟧", label="a-label")
title = Label("not-a-flag")
