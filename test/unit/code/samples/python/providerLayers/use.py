from .base import FlagProvider

TENANT_FLAG = "⟦definition:tenant-pages⟧"


def pages(provider: FlagProvider, tenant):
    if provider.enabled_for_tenant(⟦use:TENANT_FLAG=>tenant-pages⟧, tenant):
        return provider.feature_enabled("⟦wrapper:tenant-drafts⟧", tenant)
    logger.info("tenant-pages is off")
    return None
