from .flags import Pilot, Role, is_open

STAGE_ONE = [⟦use:Pilot.TIDES=>pilot-tides⟧, ⟦use:Pilot.CHARTS=>pilot-charts⟧]
READERS = [Role.ADMIN, Role.GUEST]


def charts(user_id: str) -> bool:
    return is_open(⟦use:Pilot.CHARTS=>pilot-charts⟧, user_id) and user_id in READERS
