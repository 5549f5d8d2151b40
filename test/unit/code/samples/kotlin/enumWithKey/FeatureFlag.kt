package shop.flags

enum class FeatureFlag(val key: String, val default: Boolean = false) {
    PRICE_CHART("⟦definition:price_chart⟧"),
    OFFLINE_MODE(key = "⟦definition:offline_mode⟧", default = true),
    ;

    companion object {
        const val LEGACY_MENU = "⟦definition:legacy_menu⟧"
    }
}

object Keys {
    const val STORY = "⟦definition:story_mode⟧"
    private const val TAG = "Keys"
}
