import PostHog

enum Feature: String {
  case widgets = "⟦definition:home-widgets⟧"
  case offline = "⟦definition:offline-maps⟧"

  var isOn: Bool {
    PostHogSDK.shared.isFeatureEnabled(rawValue)
  }

  func variant() -> String? {
    PostHogSDK.shared.getFeatureFlag(self.rawValue) as? String
  }
}

enum Screen: String {
  case map = "map-screen"

  func show() {
    PostHogSDK.shared.screen(rawValue)
  }
}

enum MapStyle: String {
  case plain = "plain-style"
  case rich = "rich-style"

  private static let flagKey = "⟦definition:map-style⟧"

  static func current() -> MapStyle? {
    MapStyle(rawValue: PostHogSDK.shared.getFeatureFlag(⟦use:flagKey=>map-style⟧) as? String ?? "")
  }
}

let maps = ⟦use:Feature.offline=>offline-maps⟧.variant()
