package harbour;

public final class GateFlags {
    public static final String LOCKS = "⟦definition:deep-locks⟧";
    public static final String EVENT_CALENDAR = "⟦definition:event-calendar⟧";
    public static final String EVENT_OPENED = "gate-opened";
}
