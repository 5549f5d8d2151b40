package harbour

import harbour.flags.Berth
import harbour.flags.Flag

class Pilot(private val log: Log) {
    fun mayGo(ship: Ship): Boolean {
        if (!⟦use:Flag.NightPilots=>night-pilots⟧.isOn()) return false
        demand(⟦use:Flag.TideTables=>tide-tables⟧)
        log.info("night-pilots are on duty")
        return Berth.North.isOn() && ship.fits(Berth.North)
    }
}
