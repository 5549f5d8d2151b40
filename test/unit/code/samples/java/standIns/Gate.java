package harbour;

import com.posthog.java.PostHog;

public class Gate {
    private final PostHog postHog;

    public Gate(PostHog postHog) {
        this.postHog = postHog;
    }

    public boolean opens(String key, String who) {
        return postHog.isFeatureFlagEnabled(key, who);
    }

    public String side(Basin basin, String who) {
        return postHog.getFeatureFlag(basin.getId(), who);
    }
}
