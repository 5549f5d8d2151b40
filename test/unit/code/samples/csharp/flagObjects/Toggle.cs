namespace Harbour.Toggles;

public sealed record Toggle(string Value)
{
    public static readonly Toggle NightPilots = new("⟦definition:night-pilots⟧");
    public static readonly Toggle TideTables = new Toggle("⟦definition:tide-tables⟧");
    public static Toggle QuayMap { get; } = new("⟦definition:quay-map⟧");
}

public sealed record Berth(string Value)
{
    public static readonly Berth North = new("north-quay");
    public static Berth South { get; } = new("south-quay");
}
