using PostHog;

namespace Harbour.Toggles;

public class Toggles(IPostHogClient posthog) : IToggles
{
    public async Task<bool> IsOnAsync(Toggle toggle, string userId)
        => await posthog.IsFeatureEnabledAsync(toggle.Value, userId) ?? false;
}

public static class PilotExtensions
{
    public static async Task<bool> Pilots(this IPostHogClient client, string key, string userId)
        => await client.IsFeatureEnabledAsync(key, userId) == true;
}
