from enum import Enum

import posthog


class Feature(str, Enum):
    AUDIT_LOG = "⟦definition:audit-log⟧"
    BULK_EDIT = "⟦definition:bulk-edit⟧"

    def is_on(self, user_id: str) -> bool:
        return bool(posthog.feature_enabled(self.value, user_id))


class Event(str, Enum):
    OPENED = "audit-opened"

    def send(self, user_id: str) -> None:
        posthog.capture(self.value, distinct_id=user_id)


def audit(user_id: str, switch: Switch) -> bool:
    Event.OPENED.send(user_id)
    return switch.is_on(user_id) and ⟦use:Feature.AUDIT_LOG=>audit-log⟧.is_on(user_id)
