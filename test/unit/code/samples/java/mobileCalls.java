package shop.mobile;

import com.posthog.PostHog;
import com.posthog.java.PostHog.Builder;

class Screen {
    private static final String WIDE = "⟦definition:wide-screen⟧";
    private com.posthog.java.PostHog old = new Builder("phc").build();

    void draw() {
        if (PostHog.Companion.isFeatureEnabled("⟦call:companion-call⟧", false, true)) {
            draw(WIDE);
        }
        boolean wide = PostHog.Companion.isFeatureEnabled(⟦use:WIDE=>wide-screen⟧, false, null);
        boolean flag = old.isFeatureFlagEnabled("⟦call:old-library⟧", "user-1");
        String arm = old.getFeatureFlag("⟦call:old-variant⟧", "user-1");
        System.out.println("companion-call");
    }
}
