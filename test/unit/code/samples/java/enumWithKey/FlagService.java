package shop.flags;

import com.posthog.server.PostHogInterface;

public class FlagService {
    private final PostHogInterface posthog;

    public FlagService(PostHogInterface posthog) {
        this.posthog = posthog;
    }

    public boolean isOn(Flag flag, String userId) {
        return Boolean.TRUE.equals(posthog.isFeatureEnabled(userId, flag.getKey(), false));
    }

    public boolean isOn(String key, String userId) {
        return posthog.isFeatureEnabled(userId, key, false);
    }
}
