REPORTS_FLAG = "⟦definition:weekly-reports⟧"
REPORTS_QUEUE = "reports-queue"
