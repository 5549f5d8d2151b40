import LaunchDarkly
import PostHog

enum LocalFeature: String {
    case reviews = "local_reviews"
}

final class Other {
    func decide() -> Bool {
        PostHogSDK.shared.register(["plan": "tab-plus"])
        PostHogSDK.shared.screen("Shop", properties: ["from": "tab-bar"])
        let on = LDClient.get()!.boolVariation(forKey: "dark-flag", defaultValue: false)
        return on || UserDefaults.standard.bool(forKey: "local_preference") || LocalFeatures.isOn(LocalFeature.reviews.rawValue)
            || NSLocalizedString("shop.title", comment: "dark-flag").isEmpty
    }
}
