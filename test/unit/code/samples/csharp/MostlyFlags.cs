using PostHog;

public static class FeatureNames
{
    public const string Checkout = "⟦definition:new-checkout⟧";
    public const string Search = "⟦definition:new-search⟧";
}

public static class Names
{
    public const string Menu = "⟦definition:menu-v2⟧";
    public const string Footer = "⟦definition:footer-v2⟧";
    public const string Header = "⟦definition:header-v2⟧";
}

public static class Texts
{
    public const string Greeting = "hello-there";
    public const string Farewell = "good-bye";
    public const string Beta = "⟦definition:beta-greeting⟧";
}

public class Page
{
    public async Task<bool> Show(IPostHogClient posthog, string id)
    {
        await posthog.IsFeatureEnabledAsync(⟦use:FeatureNames.Checkout=>new-checkout⟧, id);
        await posthog.IsFeatureEnabledAsync(⟦use:Names.Menu=>menu-v2⟧, id);
        await posthog.IsFeatureEnabledAsync(⟦use:Names.Footer=>footer-v2⟧, id);
        return await posthog.IsFeatureEnabledAsync(⟦use:Texts.Beta=>beta-greeting⟧, id) ?? false;
    }
}
