from abc import ABC, abstractmethod


class FlagProvider(ABC):
    @abstractmethod
    def feature_enabled(self, flag_key: str, user_id: str) -> bool: ...

    def enabled_for_tenant(self, flag_key: str, tenant: str) -> bool:
        return self.feature_enabled(flag_key, tenant)
