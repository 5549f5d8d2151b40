package garden.switches

import com.posthog.PostHog

internal class PostHogSwitches : Switches {
    private var known = Switch.entries.associateWith { it.standard }

    override fun isOn(switch: Switch): Boolean = PostHog.isFeatureEnabled(switch.key, switch.standard)

    override fun refresh() {
        PostHog.reloadFeatureFlags {
            known = Switch.entries.associateWith { PostHog.isFeatureEnabled(it.key, it.standard) }
        }
    }
}

enum class Trial(val key: String) {
    SoilSensor("⟦definition:soil-sensor⟧"),
    RainBarrel("⟦definition:rain-barrel⟧"),
}

fun running() = Trial.entries.filter { trial -> PostHog.isFeatureEnabled(trial.key) }
