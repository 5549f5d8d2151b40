import posthog

SHELF = "⟦definition:book-shelf⟧"
LOANS = "⟦definition:book-loans⟧"
SHOWN = (SHELF, LOANS)


class FlaggedMixin:
    flag_key: str | None = None
    template = "plain"

    def dispatch(self, request):
        if not posthog.feature_enabled(self.flag_key, str(request.user.pk)):
            raise LookupError(self.template)


def is_on(flag, user):
    return posthog.feature_enabled(str(getattr(flag, "value", flag)), user.id)


def all_of(user):
    return {key: posthog.feature_enabled(key, user.id) for key in SHOWN}
