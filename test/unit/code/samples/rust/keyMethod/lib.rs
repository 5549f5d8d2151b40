use posthog_rs::Client;

pub enum Flag { Streaming, Cache }

impl Flag {
    pub fn key(&self) -> &'static str {
        match self {
            Flag::Streaming => "⟦definition:stream-replies⟧",
            Flag::Cache => "⟦definition:edge-cache⟧",
        }
    }
}

pub async fn is_on(client: &Client, flag: Flag, user: &str) -> bool {
    client.is_feature_enabled(flag.key(), user, None, None, None).await.unwrap_or_default()
}

pub async fn reply(client: &Client, user: &str) {
    if is_on(client, ⟦use:Flag::Streaming=>stream-replies⟧, user).await { stream() }
    if is_on(client, ⟦use:Flag::Cache=>edge-cache⟧, user).await { tracing::info!("edge-cache") }
}
