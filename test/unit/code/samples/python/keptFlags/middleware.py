from posthog import Posthog

client = Posthog("key", host="https://eu.i.posthog.com")


def flags_middleware(get_response):
    def middleware(request):
        request.feature_flags = client.get_all_flags(str(request.user.pk)) or {}
        return get_response(request)

    return middleware
