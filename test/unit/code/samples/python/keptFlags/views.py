from .countries import country_of


def report(request, config):
    if not request.feature_flags.get("⟦call:report-page⟧"):
        return None
    country = country_of(request)
    return [
        request.feature_flags["⟦call:report-layout⟧"],
        country.flags.get("svg"),
        config.feature_flags["offline"],
    ]
