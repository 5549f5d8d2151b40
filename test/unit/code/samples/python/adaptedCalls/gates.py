import asyncio
from functools import partial

import posthog
from asgiref.sync import sync_to_async
from fastapi.concurrency import run_in_threadpool

from .names import SLOW_SEARCH, SLOW_INDEX
from .wrapper import is_on


async def search(user, loop):
    # The function is given first, or wrapped and called at once.
    if await sync_to_async(is_on)(⟦use:SLOW_SEARCH=>slow-search⟧, user.id, default=False):
        return "slow"
    if await sync_to_async(posthog.feature_enabled, thread_sensitive=False)("⟦call:wrapped-at-once⟧", user.id):
        return "wrapped"
    if await asyncio.to_thread(posthog.feature_enabled, "⟦call:on-a-thread⟧", user.id):
        return "thread"
    if await run_in_threadpool(posthog.get_feature_flag, key="⟦call:by-name⟧", distinct_id=user.id):
        return "pool"
    if await loop.run_in_executor(None, is_on, ⟦use:SLOW_INDEX=>slow-index⟧, user.id):
        return "executor"
    await asyncio.to_thread(print, "no-flag-here", user.id)
    await sync_to_async(user.refresh)("no-flag-either", default=True)
    return partial(posthog.capture, "an_event")
