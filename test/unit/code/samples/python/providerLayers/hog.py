from posthog import Posthog
from .base import FlagProvider

hog = Posthog("phc")


class HogProvider(FlagProvider):
    def feature_enabled(self, flag_key: str, user_id: str) -> bool:
        try:
            return hog.feature_enabled(flag_key, user_id, only_evaluate_locally=True) is True
        except Exception:
            logger.exception("flag %s failed", flag_key)
            return False
