final class Depths {
  func show() {
    if Analytics.shared.isFeatureEnabled(key: "⟦wrapper:depth-colors⟧") { color() }
    if PostHogSDK.shared.isOn(⟦use:Keys.depth=>depth-lines⟧) { lines(style: "thin-lines") }
  }
}
