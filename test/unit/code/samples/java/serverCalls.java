package shop;

import com.posthog.server.PostHog;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogEvaluateFlagsOptions;
import com.posthog.server.PostHogFeatureFlagEvaluations;
import com.posthog.server.PostHogFeatureFlagOptions;
import com.posthog.server.PostHogInterface;

public class Orders {
    private final PostHogInterface postHog;

    public Orders(PostHogInterface postHog) {
        this.postHog = postHog;
    }

    /** Reads {@code postHog.isFeatureEnabled("user", "only-in-javadoc")}. */
    public void place(String userId) {
        // postHog.isFeatureEnabled(userId, "only-a-comment");
        if (postHog.isFeatureEnabled(userId, "⟦call:fast-orders⟧", false)) {
            fast();
        }
        Object variant = postHog.getFeatureFlag("user-1", "⟦call:order-layout⟧", "control");
        String payload = (String) postHog.getFeatureFlagPayload("user-1", "⟦call:order-texts⟧");
        Boolean preview = postHog.isFeatureEnabled(
            userId,
            "⟦call:order-preview⟧",
            PostHogFeatureFlagOptions.builder()
                .defaultValue(false)
                .personProperty("email", "fast-orders@example.test")
                .build());
        var result = postHog.getFeatureFlagResult(userId, "⟦call:order-result⟧");

        PostHogFeatureFlagEvaluations flags = postHog.evaluateFlags(userId);
        if (flags.isEnabled("⟦call:order-snapshot⟧")) {
            System.out.println("order-snapshot " + flags.getFlag("⟦call:order-arm⟧") + flags.getFlagPayload("⟦call:order-arm⟧"));
        }
        var some = postHog.evaluateFlags(userId, PostHogEvaluateFlagsOptions.builder().flagKeys(java.util.List.of("⟦call:asked-java⟧")).build());
        postHog.capture(userId, "order placed");
    }
}
