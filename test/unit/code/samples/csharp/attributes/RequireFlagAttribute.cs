using PostHog;

namespace Tide.Web;

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class RequireFlagAttribute(string flag) : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var posthog = context.HttpContext.RequestServices.GetRequiredService<IPostHogClient>();
        if (await posthog.IsFeatureEnabledAsync(flag, context.HttpContext.User.Identity!.Name!) == true) await next();
        else context.Result = new NotFoundResult();
    }
}
