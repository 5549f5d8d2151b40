package harbour;

public enum Basin {
    EAST("⟦definition:east-basin⟧"),
    WEST("⟦definition:west-basin⟧");

    private final String id;

    Basin(String id) {
        this.id = id;
    }

    public String getId() {
        return id;
    }
}
