use posthog_rs::Client;

pub const STREAMING: &str = "⟦definition:stream-output⟧";
pub static RETRIES: &str = "⟦definition:smart-retries⟧";
const TABLE: &str = "runs";

#[derive(Clone, Copy)]
pub enum Flag {
    Cache,
    Batches,
}

impl Flag {
    pub fn as_str(&self) -> &'static str {
        match self {
            Flag::Cache => "⟦definition:query-cache⟧",
            Flag::Batches => "⟦definition:row-batches⟧",
        }
    }
}

pub struct Flags {
    client: Client,
}

impl Flags {
    pub async fn is_on(&self, key: &str, user: &str) -> bool {
        self.client
            .is_feature_enabled(key, user, None, None, None)
            .await
            .unwrap_or(false)
    }

    pub async fn is_set(&self, flag: Flag, user: &str) -> bool {
        self.client.is_feature_enabled(flag.as_str(), user, None, None, None).await.unwrap_or_default()
    }
}
