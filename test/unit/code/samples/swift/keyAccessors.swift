import PostHog

enum Flag {
  case reefMap
  case tow(length: Int)

  var key: String {
    switch self {
    case .reefMap: return "⟦definition:reef-map⟧"
    case .tow(let length):
      return length > 10 ? "long" : "short"
    }
  }

  var isOn: Bool {
    PostHogSDK.shared.isFeatureEnabled(key)
  }
}

enum Event {
  case opened

  var name: String {
    switch self {
    case .opened: return "map-opened"
    }
  }
}

final class Flags {
  func variant(_ flag: Flag) -> String? {
    PostHogSDK.shared.getFeatureFlag(flag.key) as? String
  }
}

func show(flags: Flags) {
  if ⟦use:Flag.reefMap=>reef-map⟧.isOn { open() }
  let style = flags.variant(⟦use:.reefMap=>reef-map⟧)
  PostHogSDK.shared.capture(Event.opened.name)
}
