using PostHog;

namespace Shop.Flags;

public interface IFlagService
{
    Task<bool> IsOnAsync(string key, string userId);
}

public sealed class FlagService : IFlagService
{
    private readonly IPostHogClient _client;

    public FlagService(IPostHogClient client) => _client = client;

    public async Task<bool> IsOnAsync(string key, string userId)
    {
        return await _client.IsFeatureEnabledAsync(key, userId, cancellationToken: default) == true;
    }
}
