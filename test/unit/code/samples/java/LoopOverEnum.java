package shelter;

import com.posthog.java.PostHog;
import java.util.EnumMap;
import java.util.Map;

enum Offer {
    FOSTER_CARE("⟦definition:foster-care⟧"),
    DAY_VISITS("⟦definition:day-visits⟧");

    private final String key;

    Offer(String key) {
        this.key = key;
    }

    String getKey() {
        return key;
    }
}

enum Animal {
    CAT("cat-food"),
    DOG("dog-food");

    private final String key;

    Animal(String key) {
        this.key = key;
    }

    String getKey() {
        return key;
    }
}

class Offers {
    private final PostHog postHog;

    Offers(PostHog postHog) {
        this.postHog = postHog;
    }

    Map<Offer, Boolean> of(String visitor) {
        Map<Offer, Boolean> known = new EnumMap<>(Offer.class);
        for (Offer offer : Offer.values()) {
            known.put(offer, postHog.isFeatureFlagEnabled(offer.getKey(), visitor));
        }
        for (Animal animal : Animal.values()) {
            postHog.capture(visitor, animal.getKey());
        }
        return known;
    }
}
