namespace Shop.Flags;

public static class FeatureFlags
{
    public const string Refunds = "⟦definition:instant-refunds⟧";
    public static readonly string Wallet = "⟦definition:shop-wallet⟧";

    public static class Admin
    {
        public const string Audit = "⟦definition:admin-audit⟧";
    }
}
