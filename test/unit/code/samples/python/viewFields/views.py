from .names import REPORTS_FLAG
from .permissions import PostHogPermission


class BoardView:
    permission_classes = [PostHogPermission]
    posthog_feature_flag = "⟦definition:boards⟧"
    scope_object = "board"


class CardView:
    posthog_feature_flag = {"⟦definition:cards⟧": ["list", "create"], "⟦definition:card-history⟧": ["history"]}
    filter_fields = {"title": ["exact"]}


class ReportView:
    posthog_feature_flag = ⟦use:REPORTS_FLAG=>weekly-reports⟧
    feature_title = "reports"
