use posthog_rs::Client;

pub mod keys {
    pub const SEATS: &str = "⟦definition:seat-map⟧";
    pub const AUDIT: &str = "⟦definition:audit-trail⟧";
}

const SEAT_TAKEN: &str = "seat-taken";

pub async fn has_seats(client: &Client, user: &str) -> bool {
    client
        .is_feature_enabled(⟦use:keys::SEATS=>seat-map⟧, user, None, None, None)
        .await
        .unwrap_or(false)
}
