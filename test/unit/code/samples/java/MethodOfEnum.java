package shop;

import com.posthog.PostHog;

enum Toggle {
    GIFT_CARDS("⟦definition:gift-cards⟧"),
    SPLIT_BILL("⟦definition:split-bill⟧");

    private final String key;

    Toggle(String key) {
        this.key = key;
    }

    boolean isActive() {
        return PostHog.INSTANCE.isFeatureEnabled(this.key, false);
    }
}

class Bill {
    boolean canBeSplit(Account account) {
        return account.isActive() && ⟦use:Toggle.SPLIT_BILL=>split-bill⟧.isActive();
    }
}
