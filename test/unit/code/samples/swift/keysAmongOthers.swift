import PostHog

final class HarbourModel {
  private let mapFlagKey = "⟦definition:new-map⟧"
  private let feeFlagKey = "⟦definition:harbour-fees⟧"
  private let oldFlagKey = "⟦definition:old-berths⟧"
  private let versionKey = "last-version"
  private var style: String = "standard"

  func load() {
    isNew = PostHogSDK.shared.isFeatureEnabled(⟦use:mapFlagKey=>new-map⟧)
    fee = PostHogSDK.shared.getFeatureFlag(⟦use:self.feeFlagKey=>harbour-fees⟧) as? String
    version = UserDefaults.standard.string(forKey: versionKey)
  }
}
