from posthog import Posthog


class Telemetry:
    _hog: Posthog = None

    def __init__(self, key: str):
        self._hog = Posthog(project_api_key=key)

    def feature_enabled(self, key: str):
        try:
            return self._hog.feature_enabled(key, self.anonymous_id())
        except Exception:
            return False

    def beta(self):
        flag_key = "⟦definition:local-variable⟧"
        return self._hog.get_feature_flag(⟦use:flag_key=>local-variable⟧, "user")


telemetry = Telemetry("phc")
if telemetry.feature_enabled("⟦wrapper:field-client⟧"):
    start()
