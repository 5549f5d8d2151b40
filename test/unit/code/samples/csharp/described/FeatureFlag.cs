using PostHog;

namespace Acme;

public enum FeatureFlag
{
    [Description("⟦definition:smart-search⟧")] SmartSearch,
    [Description("⟦definition:team-roles⟧")] TeamRoles,
}

public class Features(IPostHogClient client)
{
    public Task<bool?> IsEnabled(FeatureFlag flag, string userId) =>
        client.IsFeatureEnabledAsync(flag.GetDescription(), userId);
}
