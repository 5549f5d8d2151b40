using LaunchDarkly.Sdk.Server;
using Microsoft.FeatureManagement;
using Unleash;

namespace Shop;

public class Other(IFeatureManager manager, IUnleash unleash, LdClient ld)
{
    public async Task<bool> Decide(IConfiguration configuration, Context context)
    {
        return await manager.IsEnabledAsync("MicrosoftFeature")
            || unleash.IsEnabled("unleash-toggle")
            || ld.BoolVariation("dark-flag", context, false)
            || configuration["Features:Local"] == "true"
            || button.IsEnabled("primary");
    }
}
