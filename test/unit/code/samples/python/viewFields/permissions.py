import posthoganalytics


class PostHogPermission:
    def has_permission(self, request, view):
        flag = getattr(view, "posthog_feature_flag", None)
        return not flag or posthoganalytics.feature_enabled(flag, request.user.distinct_id)
