from . import features
from .features import is_on, when_on, NEW_RECEIPTS


def search(request):
    if features.is_on(⟦use:features.QUICK_SEARCH=>quick-search⟧, unique_id=request.user.id):
        return quick(request)
    if is_on(
        ⟦use:features.LONG_NAME_THAT_NEEDS_A_LINE=>long-name-that-needs-a-line⟧,
        False,
    ):
        return slow(request, "quick-search")
    return is_on("⟦wrapper:literal-at-wrapper⟧")


@when_on(⟦use:NEW_RECEIPTS=>new-receipts⟧)
def receipts(request):
    return render(request, "new-receipts.html")
