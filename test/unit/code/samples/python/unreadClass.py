import posthog


class FeatureFlags:
    """Keys that templates ask for by attribute."""

    NEW_MENU = "⟦definition:new-menu⟧"
    NEW_FOOTER = "⟦definition:new-footer⟧"
    DOCS = "https://example.com/flags"


class Events:
    MENU_OPENED = "menu-opened"


def flag(user, key):
    return posthog.feature_enabled(key, user.id)
