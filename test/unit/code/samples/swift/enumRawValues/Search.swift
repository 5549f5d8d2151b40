import SwiftUI

struct Search: View {
    let flags: FlagReading

    private static let limitKey = "⟦definition:search_limit⟧"

    var body: some View {
        if flags.isEnabled(⟦use:.quickSearch=>quick_search⟧) {
            Text("quick_search")
        }
        if flags.isEnabled(⟦use:FeatureFlag.photoFirst=>photo_first⟧), let limit = flags.value(forKey: ⟦use:Self.limitKey=>search_limit⟧) as? Int {
            Rows(limit: limit, ratings: flags.value(forKey: ⟦use:FlagKeys.ratings=>star_ratings⟧) != nil)
        }
        Footer(shown: flags.value(forKey: "⟦wrapper:search_footer⟧") as? Bool == true)
    }
}
