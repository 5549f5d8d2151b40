import Dependencies

struct Canal {
  @Dependency(\.flagClient) var flagClient

  func load() {
    flagClient.start("phc_key")
    if flagClient.isShown(⟦use:.ferries=>ferry-times⟧) { loadFerries() }
    let style = flagClient.variant("⟦wrapper:canal-style⟧") ?? "plain"
    let title = flagClient.title("canal-title")
  }
}
