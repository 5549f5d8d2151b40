use posthog_rs::Client;
use strum::AsRefStr;

#[derive(AsRefStr, Clone, Copy)]
pub enum Flag {
    #[strum(serialize = "⟦definition:seat-holds⟧")]
    SeatHolds,
    #[strum(serialize = "⟦definition:late-entry⟧")]
    LateEntry,
}

#[derive(Serialize)]
pub struct Ticket {
    #[serde(rename = "ticket-row")]
    row: String,
}

pub async fn is_live(client: &Client, flag: Flag, user: &str) -> bool {
    client
        .is_feature_enabled(flag.as_ref(), user, None, None, None)
        .await
        .unwrap_or(false)
}

pub async fn open(client: &Client, user: &str) -> bool {
    is_live(client, ⟦use:Flag::SeatHolds=>seat-holds⟧, user).await
}
