import Foundation
import PostHog

final class HomeModel {
    private let hog = PostHogSDK.shared

    // PostHogSDK.shared.isFeatureEnabled("only-a-comment")
    func load() {
        if PostHogSDK.shared.isFeatureEnabled("⟦call:tab-bar⟧") { showTabBar() }
        guard hog.isFeatureEnabled("⟦call:held-instance⟧") else { return }
        let layout = PostHogSDK.shared.getFeatureFlag("⟦call:home-style⟧") as? String
        if let texts = PostHogSDK.shared.getFeatureFlagPayload("⟦call:home-strings⟧") as? [String: String] {
            print("home-strings", texts)
        }
        let result = PostHogSDK.shared.getFeatureFlagResult(
            "⟦call:home-outcome⟧",
            sendFeatureFlagEvent: false
        )
        switch PostHogSDK.shared.getFeatureFlag("⟦call:home-case⟧") as? String {
        case "grid": grid()
        default: list()
        }
        PostHogSDK.shared.captureFeatureView(flag: "⟦call:seen-flag⟧", flagVariant: "test")
        PostHogSDK.shared.capture("tab-bar shown", properties: ["layout": "tab-bar"])
        UserDefaults.standard.set(true, forKey: "tab-bar")
        log("is on: \(PostHogSDK.shared.isFeatureEnabled("⟦call:in-interpolation⟧"))")
    }
}
