package shop.app

import com.posthog.PostHog
import com.posthog.PostHogInterface

class HomeScreen(private val hog: PostHogInterface) {
    // PostHog.isFeatureEnabled("only-a-comment")
    fun draw() {
        if (PostHog.isFeatureEnabled("⟦call:bottom-bar⟧")) bottomBar()
        if (!PostHog.isFeatureEnabled(key = "⟦call:named-key⟧", defaultValue = false)) return
        val variant = PostHog.getFeatureFlag("⟦call:home-layout⟧") as? String
        when (PostHog.getFeatureFlag("⟦call:home-arm⟧")) {
            "grid" -> grid()
            else -> list()
        }
        val payload = PostHog.getFeatureFlagPayload(
            "⟦call:home-texts⟧",
        )
        val result = hog.getFeatureFlagResult("⟦call:home-result⟧", sendFeatureFlagEvent = false)
        PostHog.reloadFeatureFlags {
            hog.isFeatureEnabled("""⟦call:raw-string⟧""")
        }
        PostHog.capture("bottom-bar opened", properties = mapOf("layout" to "bottom-bar"))
        Log.d("HomeScreen", "bottom-bar is on: $variant $payload $result")
        PostHog.captureFeatureView("⟦call:viewed-flag⟧", "test")
    }
}
