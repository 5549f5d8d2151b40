using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.Mvc;
using PostHog;
using PostHog.Features;

namespace Shop;

public class Orders(IPostHogClient posthog, IFeatureManager featureManager)
{
    private readonly IPostHogClient _posthog = posthog;

    /// <summary>See <c>posthog.IsFeatureEnabledAsync("only-in-docs", id)</c>.</summary>
    public async Task Place(string userId)
    {
        // await posthog.IsFeatureEnabledAsync("only-a-comment", userId);
        if (await posthog.IsFeatureEnabledAsync("⟦call:quick-orders⟧", userId)) Quick();
        var named = await _posthog.IsFeatureEnabledAsync(
            distinctId: "user-1",
            featureKey: "⟦call:named-order⟧",
            options: null);
        var flag = await posthog.GetFeatureFlagAsync(@"⟦call:order-style⟧", userId, new FeatureFlagOptions { PersonProperties = new() { ["plan"] = "quick-orders" } });
        if (await posthog.GetFeatureFlagAsync("⟦call:order-pattern⟧", userId) is { VariantKey: "large" }) Large();
        var remote = await posthog.GetRemoteConfigPayloadAsync("⟦call:order-limits⟧");
        var shared = await PostHogSdk.IsFeatureEnabledAsync("⟦call:static-client⟧", userId);

        var flags = await posthog.EvaluateFlagsAsync(userId, new AllFeatureFlagsOptions { FlagKeysToEvaluate = ["⟦call:asked-dotnet⟧"] });
        if (flags.IsEnabled("⟦call:asked-dotnet⟧")) Console.WriteLine($"quick-orders {flags.GetFlag("⟦call:dotnet-arm⟧")}");
        var all = await posthog.GetAllFeatureFlagsAsync(userId);
        if (all["⟦call:from-all-dotnet⟧"].IsEnabled) Quick();
        posthog.Capture(userId, "order placed", new() { ["style"] = "quick-orders" });
    }
}
