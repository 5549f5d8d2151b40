import OSLog
import PostHog

enum Remote {
    private static let log = Logger(subsystem: "app.market.stand", category: "remote")

    enum Stand: String, CaseIterable {
        case rainCover = "⟦definition:rain_cover⟧"
        /// Which way prices are shown.
        case priceTags = "⟦definition:price_tags⟧"
    }

    enum Tent: String, CaseIterable {
        case small = "tent_small"
        case large = "tent_large"
    }

    static func isOn(_ stand: Stand) -> Bool {
        PostHogSDK.shared.isFeatureEnabled(stand.rawValue)
    }

    static func names() -> [String] {
        Tent.allCases.map { $0.rawValue }
    }
}

enum Season: String, CaseIterable {
    case harvest = "⟦definition:harvest-week⟧"
    case winter = "⟦definition:winter-market⟧"

    static func running() -> [Season] {
        Season.allCases.filter { PostHogSDK.shared.isFeatureEnabled($0.rawValue) }
    }
}

func order(_ stall: Stall) {
    if Remote.isOn(⟦use:.priceTags=>price_tags⟧) { stall.show("price_tags") }
}
