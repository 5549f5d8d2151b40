package harbour.toggles;

import java.util.List;

public final class HarbourToggles {
    public static final Toggle NIGHT_PILOTS = Toggle.of("⟦definition:night.pilots=>night-pilots⟧");
    public static final Toggle TIDE_TABLES = Toggle.of("⟦definition:tide.tables=>tide-tables⟧");

    public static final Berth NORTH = new Berth("north-quay", 80);
    public static final List<String> QUAYS = List.of("north-quay");
}
