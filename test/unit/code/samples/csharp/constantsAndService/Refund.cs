using Shop.Flags;

namespace Shop;

public class Refund(IFlagService flags)
{
    public async Task Run(string userId)
    {
        if (await flags.IsOnAsync(⟦use:FeatureFlags.Refunds=>instant-refunds⟧, userId)) Instant();
        if (await flags.IsOnAsync(⟦use:FeatureFlags.Admin.Audit=>admin-audit⟧, userId)) Audit("admin-audit");
        if (await flags.IsOnAsync("⟦wrapper:partial-refunds⟧", userId)) Partial();
    }
}
