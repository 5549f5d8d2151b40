package garden.model

import garden.switches.Bed
import garden.switches.Switch
import garden.switches.Switches

class GardenModel(switches: Switches, beds: Beds) {
    val isSmart = switches.observe(⟦use:Switch.SmartWatering=>smart_watering⟧)
    val hasHerbs = beds.contains(Bed.Herbs)
}
