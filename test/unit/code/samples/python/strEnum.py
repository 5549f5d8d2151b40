from enum import Enum, StrEnum
import posthoganalytics


class Flag(StrEnum):
    BULK_EDIT = "⟦definition:bulk-edit⟧"
    INLINE_HELP = "⟦definition:inline-help⟧"


class OldFlag(str, Enum):
    AUDIT = "⟦definition:audit-trail⟧"


class Limits:
    ROLLOUT_FLAG = "⟦definition:class-member⟧"
    TABLE = "members"


class Service:
    def __init__(self, user):
        self._user = user

    def is_enabled(self, flag: Flag) -> bool:
        return bool(
            posthoganalytics.feature_enabled(
                flag,
                str(self._user.distinct_id),
                groups={"organization": self._user.organization_id},
            )
        )


def read(service: Service, user):
    one = service.is_enabled(⟦use:Flag.BULK_EDIT=>bulk-edit⟧)
    two = posthoganalytics.feature_enabled(⟦use:Flag.INLINE_HELP.value=>inline-help⟧, user.id)
    three = posthoganalytics.get_feature_flag(⟦use:OldFlag.AUDIT=>audit-trail⟧, user.id)
    four = posthoganalytics.feature_enabled(⟦use:Limits.ROLLOUT_FLAG=>class-member⟧, user.id)
    return one, two, three, four, Flag.BULK_EDIT.name
