import PostHog
import SwiftUI

struct Gate<Content: View>: View {
  let flag: String
  var title = "gate"
  @ViewBuilder let content: () -> Content

  var body: some View {
    if PostHogSDK.shared.isFeatureEnabled(flag) {
      content()
    }
  }
}

struct Hidden: ViewModifier {
  let name: String
  let hint: String
  @EnvironmentObject var flags: FlagStore

  func body(content: Content) -> some View {
    if flags.isOn(name) { content }
  }
}

extension View {
  func shown(by name: String) -> some View {
    modifier(Hidden(name: name, hint: "plain-hint"))
  }
}

final class FlagStore: ObservableObject {
  @Published var values: [String: Bool] = [:]

  func isOn(_ key: String) -> Bool {
    values[key] ?? PostHogSDK.shared.isFeatureEnabled(key)
  }

  func load() {
    for key in [⟦use:Keys.anchor=>anchor-alarm⟧, ⟦use:Keys.radar=>radar-overlay⟧] {
      values[key] = PostHogSDK.shared.isFeatureEnabled(key)
    }
    for name in [Tabs.first, Tabs.last] {
      print(name)
    }
  }
}

struct Keys {
  static let anchor = "⟦definition:anchor-alarm⟧"
  static let radar = "⟦definition:radar-overlay⟧"
}

struct Tabs {
  static let first = "first-tab"
  static let last = "last-tab"
}

@propertyWrapper
struct Remote {
  private let key: String

  init(_ key: String) {
    self.key = key
  }

  var wrappedValue: Bool {
    PostHogSDK.shared.isFeatureEnabled(key)
  }
}

@propertyWrapper
struct Stored {
  private let key: String

  init(_ key: String) {
    self.key = key
  }

  var wrappedValue: Bool {
    UserDefaults.standard.bool(forKey: key)
  }
}
