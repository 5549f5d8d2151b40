use posthog_rs::Client;

pub struct FlagKey(&'static str);

pub const QUIET_CARS: FlagKey = FlagKey("⟦definition:quiet-cars⟧");

pub struct Route(&'static str);

const COAST: Route = Route("coast-route");

pub async fn quiet(client: &Client, user: &str) -> bool {
    log(COAST.0);
    client
        .is_feature_enabled(⟦use:QUIET_CARS=>quiet-cars⟧.0, user, None, None, None)
        .await
        .unwrap_or(false)
}
