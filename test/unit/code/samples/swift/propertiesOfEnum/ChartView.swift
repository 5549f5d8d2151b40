import SwiftUI

struct ChartView: View {
  var body: some View {
    if ⟦use:Feature.tides=>tide-tables⟧.isOn {
      Tides(limit: ⟦use:Feature.tides=>tide-tables⟧.settings?["limit"] as? Int)
    }
    Text(Feature.tides.title)
      .disabled(!⟦use:Feature.moonPhases=>moonPhases⟧.isOn || Screen.chart.isOnTop)
  }
}

let isEarly = ⟦use:Feature.sunTimes=>sunTimes⟧.isOn
