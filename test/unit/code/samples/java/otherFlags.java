package shop;

import com.launchdarkly.sdk.server.LDClient;
import dev.openfeature.sdk.Client;
import io.getunleash.Unleash;
import com.posthog.server.PostHogInterface;

class Other {
    boolean decide(LDClient ld, Client open, Unleash unleash, PostHogInterface posthog, Preferences preferences) {
        posthog.capture("user-1", "shop opened", java.util.Map.of("theme", "dark-shop"));
        return ld.boolVariation("dark-flag", context, false)
            || open.getBooleanValue("open-flag", false)
            || unleash.isEnabled("unleash-toggle")
            || preferences.getBoolean("local-preference", false)
            || this.button.isEnabled("primary");
    }
}
