INSTALLED_APPS = ["shop"]
CHECKOUT_FLAG = "⟦definition:one-page-checkout⟧"
CHECKOUT_QUEUE = "checkout-queue"
