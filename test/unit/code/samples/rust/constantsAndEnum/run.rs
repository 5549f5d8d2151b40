use crate::flags::{self, Flag, Flags, RETRIES};

pub async fn run(reader: &Flags, user: &str) {
    if reader.is_on(⟦use:flags::STREAMING=>stream-output⟧, user).await && reader.is_on(⟦use:RETRIES=>smart-retries⟧, user).await {
        tracing::info!("stream-output");
    }
    if reader.is_set(⟦use:Flag::Cache=>query-cache⟧, user).await || reader.is_on("⟦wrapper:plain-key⟧", user).await {
        warm();
    }
}
