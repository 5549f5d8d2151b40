SLOW_SEARCH = "⟦definition:slow-search⟧"
SLOW_INDEX = "⟦definition:slow-index⟧"
SLOW_QUEUE = "slow-queue"
