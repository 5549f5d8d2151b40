package shop;

import shop.flags.Flag;
import shop.flags.FlagService;

class Shop {
    private final FlagService flags;

    Shop(FlagService flags) {
        this.flags = flags;
    }

    boolean open(String user) {
        if (flags.isOn(⟦use:Flag.RETURNS=>easy-returns⟧, user)) {
            return true;
        }
        return flags.isOn("⟦wrapper:late-opening⟧", user) && !"easy-returns".equals(user);
    }
}
