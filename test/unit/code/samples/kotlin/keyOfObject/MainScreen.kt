package com.acme

@Composable
fun MainScreen() {
    val tabs = buildList {
        add(Tab.Home)
        if (FeatureFlagManager.isOn(⟦use:AppFeature.Reels=>reels-tab⟧)) add(Tab.Reels)
        if (FeatureFlagManager.isOn(⟦use:AppFeature.Shop=>in-app-shop⟧)) add(Tab("in-app-shop"))
    }
}
