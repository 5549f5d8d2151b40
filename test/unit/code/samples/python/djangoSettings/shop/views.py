import posthog
from django.conf import settings


def checkout(request):
    is_short = posthog.feature_enabled(⟦use:settings.CHECKOUT_FLAG=>one-page-checkout⟧, request.user.pk)
    enqueue(settings.CHECKOUT_QUEUE)
    return render(request, "short.html" if is_short else "long.html")
