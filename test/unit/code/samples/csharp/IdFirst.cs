using PostHog;

namespace Library.Loans;

/// The first releases took the id of the user first.
public class LoanDesk(IPostHogClient posthog)
{
    public async Task<string> Greet(string userId, string shelfKey)
    {
        var isEvening = await posthog.IsFeatureEnabledAsync(userId, "⟦call:evening-desk⟧");
        var layout = await posthog.GetFeatureFlagAsync(userId, "⟦call:desk-layout⟧");
        var shelf = await posthog.IsFeatureEnabledAsync(shelfKey, "reader-17");
        posthog.Capture(userId, "desk-greeted");
        return $"{isEvening} {layout} {shelf}";
    }
}
