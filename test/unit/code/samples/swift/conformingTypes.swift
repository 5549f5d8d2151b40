import PostHog

protocol Experiment {
  var key: String { get }
}

extension Experiment {
  var variant: String? {
    PostHogSDK.shared.getFeatureFlag(key) as? String
  }
}

struct BuoyColors: Experiment {
  let key = "⟦definition:buoy-colors⟧"
  let title = "buoy-title"
}

struct DeepRoutes: Experiment {
  var key: String { "⟦definition:deep-routes⟧" }
}

struct Chart {
  let key = "chart-key"
  static var flagKey: String { return "⟦definition:chart-labels⟧" }

  var isOn: Bool {
    PostHogSDK.shared.isFeatureEnabled(⟦use:Self.flagKey=>chart-labels⟧)
  }
}
