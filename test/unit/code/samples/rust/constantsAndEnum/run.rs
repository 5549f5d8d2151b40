use crate::flags::{self, Flag, Flags, RETRIES};

pub async fn run(flags: &Flags, user: &str) {
    if flags.is_on(⟦use:flags::STREAMING=>stream-output⟧, user).await && flags.is_on(⟦use:RETRIES=>smart-retries⟧, user).await {
        tracing::info!("stream-output");
    }
    if flags.is_set(⟦use:Flag::Cache=>query-cache⟧, user).await || flags.is_on("⟦wrapper:plain-key⟧", user).await {
        warm();
    }
}
