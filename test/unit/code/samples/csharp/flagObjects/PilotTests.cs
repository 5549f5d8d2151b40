namespace Harbour.Tests;

public class PilotTests
{
    private readonly Mock<IToggles> _mock = new();
    private readonly IToggles _sub = Substitute.For<IToggles>();

    public async Task Goes(IPostHogClient posthog, IBerths berths)
    {
        _mock.Setup(x => x.IsOnAsync(⟦use:Toggle.NightPilots=>night-pilots⟧, It.IsAny<string>())).ReturnsAsync(true);
        _sub.IsOnAsync(⟦use:Toggle.QuayMap=>quay-map⟧, Arg.Any<string>()).Returns(true);
        if (await posthog.Pilots("⟦wrapper:deep-water⟧", "captain-7")) berths.Take(Berth.North, "deep-water");
        berths.Leave(Berth.South, "captain-7");
    }
}
