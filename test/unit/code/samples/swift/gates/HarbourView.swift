import SwiftUI

struct HarbourView: View {
  @Remote("⟦wrapper:night-mode⟧") private var isNight
  @Stored("last-harbour") var isLast
  @AppStorage("chart-style") var style = "plain-style"

  var body: some View {
    Gate(flag: "⟦wrapper:harbour-fees⟧") {
      Fees(currency: "local-currency")
    }
    Weather()
      .shown(by: "⟦wrapper:wind-arrows⟧")
      .accessibilityIdentifier("weather-view")
  }
}
