import PostHog

enum Feature: String, CaseIterable {
  case tides = "⟦definition:tide-tables⟧"
  case ⟦definition:moonPhases⟧, ⟦definition:sunTimes⟧

  var isOn: Bool {
    PostHogSDK.shared.isFeatureEnabled(rawValue)
  }

  var settings: [String: Any]? {
    let payload = PostHogSDK.shared.getFeatureFlagPayload(self.rawValue)
    return payload as? [String: Any]
  }

  var title: String {
    switch self {
    case .tides: return "Tides"
    case .moonPhases: return "moon"
    case .sunTimes: return "sun"
    }
  }
}

enum Screen: String {
  case chart, list

  var path: String {
    rawValue + "-screen"
  }

  var isOnTop: Bool {
    self == .chart
  }
}
