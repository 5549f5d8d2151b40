package shop.app

import com.google.firebase.remoteconfig.FirebaseRemoteConfig
import com.posthog.PostHog
import io.getunleash.android.Unleash

enum class Feature(val key: String) {
    REVIEWS("local_reviews"),
}

class Other(private val config: FirebaseRemoteConfig, private val unleash: Unleash) {
    fun decide(preferences: SharedPreferences): Boolean {
        PostHog.register("plan", "menu-plus")
        PostHog.screen("Menu", mapOf("from" to "bottom-bar"))
        return config.getBoolean("remote_flag") ||
            unleash.isEnabled("unleash-toggle") ||
            preferences.getBoolean("local_preference", false) ||
            LocalFeatures.isEnabled(Feature.REVIEWS)
    }
}
