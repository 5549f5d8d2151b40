from .mixins import FlaggedMixin, is_on


class Shelf(FlaggedMixin, Page):
    flag_key = "⟦definition:new-shelf⟧"
    template = "shelf-page"


class Loans(FlaggedMixin, Page):
    flag_key = "⟦definition:new-loans⟧"


class Plain(Page):
    flag_key = "not-a-flag"


def search(user):
    return is_on("⟦wrapper:fast-search⟧", user)
