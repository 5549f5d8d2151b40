from dataclasses import dataclass

import posthog


@dataclass(frozen=True)
class Step:
    name: str
    fields: tuple[str, ...]


ADDRESS = Step("address", ("name", "street", "city", "postcode"))
DELIVERY = Step("delivery", ("method", "date"))
PAYMENT = Step("payment", ("card",))


def checkout_steps(customer_id: str) -> list[Step]:
    """The pages between the basket and the order."""
    if posthog.get_feature_flag("one-page-checkout", customer_id) == "test":
        return [Step("checkout", ADDRESS.fields + DELIVERY.fields + PAYMENT.fields)]
    return [ADDRESS, DELIVERY, PAYMENT]
