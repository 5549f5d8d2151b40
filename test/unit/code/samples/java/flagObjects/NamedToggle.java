package harbour.toggles;

import org.jetbrains.annotations.NotNull;

record NamedToggle(@NotNull String name) implements Toggle {
    @Override
    public boolean test(Object... about) {
        return ToggleSource.current().test(name, about);
    }
}
