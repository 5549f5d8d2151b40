package com.acme

import com.posthog.PostHog

sealed interface AppFeature {
    val flagKey: String

    data object Reels : AppFeature { override val flagKey = "⟦definition:reels-tab⟧" }
    data object Shop : AppFeature { override val flagKey = "⟦definition:in-app-shop⟧" }
}

object FeatureFlagManager {
    fun isOn(feature: AppFeature) = PostHog.isFeatureEnabled(feature.flagKey)
}
