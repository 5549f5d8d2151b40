package shop.flags

import com.posthog.PostHog

interface Flags {
    fun isEnabled(flag: FeatureFlag): Boolean

    fun isOn(key: String): Boolean
}

class HogFlags : Flags {
    override fun isEnabled(flag: FeatureFlag): Boolean = PostHog.isFeatureEnabled(flag.key, flag.default)

    override fun isOn(key: String) = PostHog.isFeatureEnabled(key)
}
