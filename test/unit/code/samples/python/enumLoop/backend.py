from django.core.cache import cache
from posthog import Posthog

from .user_flags import UserFlag


class PostHogBackend:
    def __init__(self, api_key: str):
        self._client = Posthog(api_key)

    def _fetch(self, user):
        flags = self._client.evaluate_flags(str(user.pk))
        values = {}
        for flag in UserFlag:
            values[flag] = flags.get_flag(flag.value)
        return values

    def all_for(self, user):
        return cache.get_or_set(f"user-flags:{user.pk}", default=lambda: self._fetch(user))

    def has(self, user, name: UserFlag) -> bool:
        return self.all_for(user).get(name, False) is True
