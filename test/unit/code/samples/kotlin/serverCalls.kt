package shop.server

import com.posthog.server.PostHog
import com.posthog.server.PostHogConfig

class Orders {
    private val postHog = PostHog.with(PostHogConfig(apiKey = "phc_token"))

    fun place(userId: String) {
        if (postHog.isFeatureEnabled(userId, "⟦call:server-orders⟧", false)) fast()
        val named = postHog.getFeatureFlag(key = "⟦call:server-named⟧", distinctId = "user-1")
        val flags = postHog.evaluateFlags(userId, flagKeys = listOf("⟦call:asked-kotlin⟧", "⟦call:asked-too⟧"))
        if (flags.isEnabled("⟦call:asked-kotlin⟧")) println(flags.getFlagPayload("⟦call:asked-too⟧"))
        val other = postHog.getFeatureFlagPayload("user-2", "⟦call:server-texts⟧")
    }
}
