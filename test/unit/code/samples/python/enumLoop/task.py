from .backend import PostHogBackend
from .user_flags import UserFlag

backend = PostHogBackend("phc_key")


def payload(owner):
    return {
        "owner": str(owner.pk),
        "summary": backend.has(owner, ⟦use:UserFlag.AUTO_SUMMARY=>auto-summary⟧),
        "limit": 90 if backend.has(owner, ⟦use:UserFlag.LONG_CALLS=>long-calls⟧) else 45,
    }
