package harbour;

import harbour.toggles.HarbourToggles;

class Pilot {
    boolean mayGo(Ship ship) {
        if (!⟦use:HarbourToggles.NIGHT_PILOTS=>night-pilots⟧.test(ship)) return false;
        demand(⟦use:HarbourToggles.TIDE_TABLES=>tide-tables⟧);
        return HarbourToggles.NORTH.test(ship) && HarbourToggles.QUAYS.contains("night-pilots");
    }
}
