package garden.switches

/** The switches of the garden, with what holds while nothing is known of them. */
enum class Switch(val key: String, val standard: Boolean) {

    /** Waters by the weather. */
    SmartWatering(key = "⟦definition:smart_watering⟧", standard = false),

    NightMode(key = "⟦definition:night_mode⟧", standard = true),
}

enum class Bed(val key: String, val standard: Boolean) {
    Roses(key = "bed_roses", standard = true),
    Herbs(key = "bed_herbs", standard = true),
}
