package harbour

class Pilot(private val toggles: RemoteToggles, private val quays: Map<Berth, Quay>) {
    fun mayGo(ship: Ship): Boolean {
        if (!toggles[⟦use:Toggles.NightPilots=>night-pilots⟧]) return false
        val table = toggles.table(⟦use:Toggles.TideTables=>tide-tables⟧)
        return quays[Berths.North]?.takes(ship, "night-pilots", table) == true
    }
}
