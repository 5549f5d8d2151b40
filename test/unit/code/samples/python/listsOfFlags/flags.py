from enum import StrEnum

from posthog import Posthog

posthog = Posthog("key")


class Pilot(StrEnum):
    TIDES = "⟦definition:pilot-tides⟧"
    CHARTS = "⟦definition:pilot-charts⟧"


class Role(StrEnum):
    ADMIN = "admin"
    GUEST = "guest"


def is_open(pilot: Pilot, user_id: str) -> bool:
    return bool(posthog.feature_enabled(pilot.value, user_id))
