namespace Acme;

public enum Page
{
    [Description("smart-search")] Smart,
}

public static class SearchEndpoint
{
    [Description("team-roles")]
    public static async Task<IResult> Get(Features features, HttpContext http)
    {
        if (await features.IsEnabled(⟦use:FeatureFlag.SmartSearch=>smart-search⟧, http.UserId()) == true) return Show(Page.Smart);
        return Old("smart-search");
    }
}
