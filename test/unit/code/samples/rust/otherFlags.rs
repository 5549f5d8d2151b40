use launchdarkly_server_sdk::Client as LdClient;
use unleash_api_client::Client;

#[cfg(feature = "local-feature")]
pub fn decide(ld: &LdClient, unleash: &Client<Feature>, context: &Context, args: &Args) -> bool {
    let posthog = posthog_rs::client("phc_token");
    posthog.capture(posthog_rs::Event::new("decided", "user-1"));
    ld.bool_variation(context, "dark-flag", false)
        || unleash.is_enabled(Feature::Toggle, None, false)
        || args.get_flag("verbose")
        || std::env::var("LOCAL_FEATURE").is_ok()
        || log::log_enabled!(target: "fast-parser", log::Level::Debug)
}
