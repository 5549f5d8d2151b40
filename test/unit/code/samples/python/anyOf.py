from posthog import Posthog

client = Posthog("phc_x")


def any_enabled(user, *flags, group="company"):
    return any(client.feature_enabled(flag, user.id) for flag in flags)


def view(user):
    if any_enabled(user, "⟦wrapper:new-view⟧", "⟦wrapper:old-view⟧", group="team-a"):
        return render("new-view", "old-view")
    return None
