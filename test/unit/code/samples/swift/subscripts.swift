import PostHog

final class FlagStore {
  static let shared = FlagStore()

  enum Flag: String {
    case tugs = "⟦definition:tug-orders⟧"
    case pilots = "⟦definition:pilot-list⟧"
  }

  subscript(flag: Flag) -> Bool {
    PostHogSDK.shared.isFeatureEnabled(flag.rawValue)
  }
}

struct Labels {
  enum Label: String {
    case tugs = "tug-label"
  }

  subscript(label: Label) -> String {
    label.rawValue
  }
}

func show(flagStore: FlagStore, labels: Labels) {
  if FlagStore.shared[⟦use:.pilots=>pilot-list⟧] { list() }
  if flagStore[⟦use:FlagStore.Flag.tugs=>tug-orders⟧] { order(labels[Labels.Label.tugs]) }
}
