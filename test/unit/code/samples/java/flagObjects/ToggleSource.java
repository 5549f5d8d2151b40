package harbour.toggles;

public interface ToggleSource {
    static ToggleSource current() {
        return Sources.source;
    }

    boolean test(String name, Object... about);
}
