import posthog
import waffle
import ldclient
from UnleashClient import UnleashClient
from django.core.cache import cache

unleash = UnleashClient(url="https://flags.example.test", app_name="shop")


def view(request, ld, user, settings):
    posthog.capture(user.id, "basket-opened", {"theme": "dark-basket"})
    posthog.identify(user.id, {"plan": "basket-plus"})
    if waffle.flag_is_active(request, "waffle-flag") or waffle.switch_is_active("waffle-switch"):
        return cache.get("basket-cache")
    if ldclient.get().variation("dark-flag", user, False) or unleash.is_enabled("unleash-toggle"):
        return settings.FEATURES.get("IGNORE_ERRORS", False)
    if logging.getLogger("basket").isEnabledFor(10) or button.is_enabled("primary"):
        return None
    return gettext("basket-title")
