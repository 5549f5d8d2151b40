package shop.flags

import com.posthog.PostHog

enum class Feature(val key: String) {
    PRICE_ALERT("⟦definition:price_alert⟧"),
    VOICE_SEARCH("⟦definition:voice_search⟧");

    fun isOn(): Boolean = PostHog.isFeatureEnabled(key)
}

enum class Screen(val key: String) {
    HOME("home_screen"),
    BASKET("basket_screen");

    fun show() = PostHog.screen(key)
}

fun menu(button: Button) = buildList {
    if (⟦use:Feature.VOICE_SEARCH=>voice_search⟧.isOn()) add("voice_search")
    if (button.isOn()) add("button")
    Screen.HOME.show()
}
