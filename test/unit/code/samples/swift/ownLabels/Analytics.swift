import PostHog

struct Key<Value> {
  let name: String
  let fallback: Value

  init(_ name: String, fallback: Value) {
    self.name = name
    self.fallback = fallback
  }
}

enum Keys {
  static let depth = Key<Bool>("⟦definition:depth-lines⟧", fallback: false)
}

extension PostHogSDK {
  func isOn(_ key: Key<Bool>) -> Bool {
    guard getFeatureFlag(key.name) != nil else { return key.fallback }
    return isFeatureEnabled(key.name)
  }
}

final class Analytics {
  static let shared = Analytics()

  func isFeatureEnabled(key: String) -> Bool {
    PostHogSDK.shared.isFeatureEnabled(key)
  }

  func isFeatureEnabled(user: String) -> Bool {
    user == "beta-user"
  }
}
