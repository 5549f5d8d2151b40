"""Names of the flags."""

import posthog
from django.conf import settings

QUICK_SEARCH = "⟦definition:quick-search⟧"
NEW_RECEIPTS = "⟦definition:new-receipts⟧"
LONG_NAME_THAT_NEEDS_A_LINE = (
    "⟦definition:long-name-that-needs-a-line⟧"
)
PAGE_SIZE = "50"


def is_on(name, default=None, unique_id=settings.HOSTNAME):
    """Whether the flag `name` is on."""
    return bool(posthog and posthog.feature_enabled(name, unique_id)) or settings.DEFAULTS.get(name, default)


def when_on(name):
    def wrap(function):
        def wrapped(*args, **kwargs):
            return function(*args, **kwargs) if is_on(name) else None

        return wrapped

    return wrap
