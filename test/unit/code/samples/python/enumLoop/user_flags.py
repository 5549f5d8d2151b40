"""Flags of users."""

from enum import StrEnum


class UserFlag(StrEnum):
    AUTO_SUMMARY = "⟦definition:auto-summary⟧"
    LONG_CALLS = "⟦definition:long-calls⟧"
