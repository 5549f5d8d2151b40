package shop.app

import com.posthog.PostHog
import shop.flags.FeatureFlag
import shop.flags.Flags
import shop.flags.Keys

class Menu(private val flags: Flags) {
    val entries = buildList {
        if (flags.isEnabled(⟦use:FeatureFlag.PRICE_CHART=>price_chart⟧)) add("price_chart")
        if (flags.isOn(⟦use:FeatureFlag.LEGACY_MENU=>legacy_menu⟧) || flags.isOn("⟦wrapper:menu_badge⟧")) add("badge")
        if (PostHog.isFeatureEnabled(⟦use:Keys.STORY=>story_mode⟧)) add("story")
    }
    val offline = PostHog.isFeatureEnabled(⟦use:FeatureFlag.OFFLINE_MODE.key=>offline_mode⟧)
}
