package harbour.toggles;

public interface Toggle {
    static Toggle of(String name) {
        return new NamedToggle(name);
    }

    boolean test(Object... about);
}

record Berth(String name, int length) {
    boolean test(Ship ship) {
        return BerthPlan.current().fits(name, ship);
    }
}
