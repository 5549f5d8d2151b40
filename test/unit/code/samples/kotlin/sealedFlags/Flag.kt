package harbour.flags

import com.posthog.PostHog

sealed class Flag(val key: String, val owner: String = "docks") {
    data object NightPilots : Flag("⟦definition:night-pilots⟧")
    object TideTables : Flag(key = "⟦definition:tide-tables⟧", owner = "charts") {
        fun table() = "tide-table"
    }

    fun isOn(): Boolean = PostHog.isFeatureEnabled(key, false)
}

sealed class Berth(val name: String) {
    data object North : Berth("north-quay")
}
