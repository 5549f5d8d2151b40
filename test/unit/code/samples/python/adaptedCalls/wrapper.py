import posthog


def is_on(name, person, default=None):
    value = posthog.feature_enabled(name, person)
    return default if value is None else value
