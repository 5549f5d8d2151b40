import posthog

PLANS = {"free": "⟦definition:plan-free⟧", "pro": "⟦definition:plan-pro⟧"}


def literals(user):
    states = {}
    for key in ("⟦definition:beta-menu⟧", "⟦definition:beta-search⟧"):
        states[key] = posthog.feature_enabled(key, user.id)
    for event in ("menu_opened", "menu_closed"):
        posthog.capture(event, user.id)
    return states


def pairs(user):
    return {plan: posthog.feature_enabled(key, user.id) for plan, key in PLANS.items()}


def others(user):
    for name, label in {"title": "my-title"}.items():
        user.note(name, label)
