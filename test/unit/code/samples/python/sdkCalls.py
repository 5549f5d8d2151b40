import posthog
from posthog import Posthog, feature_enabled, get_feature_flag as read_variant

client = Posthog("phc_token", host="https://eu.example.test")


def dashboard(user):
    # posthog.feature_enabled("only-a-comment", user.id)
    """Shows the board; see posthog.feature_enabled('only-in-a-docstring', user.id)."""
    if posthog.feature_enabled("⟦call:slim-dashboard⟧", user.id):
        return slim()
    if posthog.feature_enabled(
        '⟦call:wide-dashboard⟧',
        distinct_id=user.id,
        person_properties={"plan": "pro", "slim-dashboard": "no"},
    ):
        return wide()
    arm = posthog.get_feature_flag(key="⟦call:dashboard-title⟧", distinct_id=user.id)
    late = client.get_feature_flag(distinct_id=user.id, key="⟦call:late-key⟧")
    numbers = client.get_feature_flag_payload(r"⟦call:dashboard-numbers⟧", user.id)
    result = client.get_feature_flag_result("⟦call:dashboard-result⟧", user.id)
    remote = client.get_remote_config_payload("⟦call:page-limits⟧")
    bare = feature_enabled("⟦call:bare-function⟧", user.id) and read_variant("⟦call:renamed-function⟧", user.id)
    posthog.capture(user.id, "slim-dashboard shown", {"$feature/dashboard-title": arm})
    return late, numbers, result, remote, bare


def snapshot(user):
    flags = client.evaluate_flags(user.id, flag_keys=["⟦call:first-asked⟧", "⟦call:second-asked⟧"])
    if flags.is_enabled("⟦call:first-asked⟧"):
        return flags.get_flag_payload("⟦call:first-asked⟧")
    return flags.get_flag("⟦call:second-asked⟧")


def all_flags(user):
    flags = posthog.get_all_flags(user.id)
    if flags["⟦call:from-all⟧"] or flags.get("⟦call:from-all-get⟧", False):
        return True
    return client.get_all_flags(user.id).get("⟦call:chained-get⟧")


def rows_of(snapshot: dict) -> int:
    # A snapshot of a page, not of flags.
    return snapshot.get("row-count", 0) if snapshot["is-grid"] else 0
