package harbour

import com.posthog.PostHogInterface

@JvmInline
value class Toggle(val raw: String)

object Toggles {
    val NightPilots = Toggle("⟦definition:night-pilots⟧")
    val TideTables = Toggle("⟦definition:tide-tables⟧")
}

data class Berth(val raw: String)

object Berths {
    val North = Berth("north-quay")
}

class RemoteToggles(private val postHog: PostHogInterface) {
    operator fun get(toggle: Toggle): Boolean = postHog.isFeatureEnabled(toggle.raw)

    fun table(toggle: Toggle): Any? = postHog.getFeatureFlagPayload(toggle.raw)
}
