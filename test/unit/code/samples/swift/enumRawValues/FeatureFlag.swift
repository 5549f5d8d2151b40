import PostHog

enum FeatureFlag: String, CaseIterable {
    case quickSearch = "⟦definition:quick_search⟧"
    case photoFirst = "⟦definition:photo_first⟧"
    case ⟦definition:onboarding⟧
}

struct FlagKeys {
    static let ratings = "⟦definition:star_ratings⟧"
    static let suite = "group.example.shop"
}

protocol FlagReading {
    func isEnabled(_ flag: FeatureFlag) -> Bool
    func value(forKey key: String) -> Any?
}

struct HogFlags: FlagReading {
    func isEnabled(_ flag: FeatureFlag) -> Bool {
        PostHogSDK.shared.isFeatureEnabled(flag.rawValue)
    }

    func value(forKey key: String) -> Any? {
        PostHogSDK.shared.getFeatureFlag(key)
    }
}
