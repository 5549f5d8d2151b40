package shop.flags;

public enum Flag {
    RETURNS("⟦definition:easy-returns⟧", "Returns without a form"),
    GIFTS("⟦definition:gift-cards⟧", "Gift cards");

    private final String key;
    private final String title;

    Flag(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String getKey() {
        return key;
    }
}
