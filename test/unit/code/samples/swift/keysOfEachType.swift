import PostHog

enum Rollout {
  static func isOn(flagName: String, stopName: String, localName: String) -> Bool {
    if let forced = ProcessInfo.processInfo.environment[localName] { return forced == "1" }
    return PostHogSDK.shared.isFeatureEnabled(flagName) && !PostHogSDK.shared.isFeatureEnabled(stopName)
  }
}

enum Bridges {
  static let flagName = "⟦definition:bridge-times⟧"
  static let stopName = "⟦definition:bridge-times-stop⟧"
  private static let localName = "FORCE_BRIDGES"

  static var isOn: Bool {
    Rollout.isOn(flagName: ⟦use:flagName=>bridge-times⟧, stopName: ⟦use:stopName=>bridge-times-stop⟧, localName: localName)
  }
}

enum Moorings {
  static let flagName = "⟦definition:mooring-map⟧"
  static let stopName = "⟦definition:mooring-map-stop⟧"
  private static let localName = "FORCE_MOORINGS"

  static var isOn: Bool {
    Rollout.isOn(flagName: ⟦use:flagName=>mooring-map⟧, stopName: ⟦use:Self.stopName=>mooring-map-stop⟧, localName: localName)
  }
}
