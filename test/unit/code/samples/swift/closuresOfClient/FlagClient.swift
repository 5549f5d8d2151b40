import Dependencies
import PostHog

struct FlagClient {
  var start: (_ key: String) -> Void
  var isShown: (Flag) -> Bool
  var variant: (String) -> String?
  var title: (String) -> String
}

enum Flag: String {
  case ferries = "⟦definition:ferry-times⟧"
  case locks = "⟦definition:lock-queue⟧"
}

extension FlagClient: DependencyKey {
  static let liveValue = FlagClient(
    start: { key in PostHogSDK.shared.setup(PostHogConfig(apiKey: key)) },
    isShown: { flag in
      PostHogSDK.shared.isFeatureEnabled(flag.rawValue)
    },
    variant: { PostHogSDK.shared.getFeatureFlag($0) as? String },
    title: { name in name.uppercased() }
  )
}
