package harbour.toggles;

import com.posthog.java.PostHog;

public class PostHogToggleSource implements ToggleSource {
    private final PostHog postHog;

    public PostHogToggleSource(PostHog postHog) {
        this.postHog = postHog;
    }

    @Override
    public boolean test(String name, Object... about) {
        var key = name.replace(".", "-");
        return postHog.isFeatureFlagEnabled(key, "harbour");
    }
}
