import posthog


def report(user, flags):
    flags = flags
    for flag in flags:
        posthog.feature_enabled(flag, user.id)
    for entry in entries:
        posthog.feature_enabled(entry.key, user.id)


entries = others
others = entries
