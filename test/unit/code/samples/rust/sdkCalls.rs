use posthog_rs::{Client, EvaluateFlagsOptions, Event, FlagValue};

/// `client.is_feature_enabled("only-in-docs", "user", None, None, None)`
pub async fn load(client: &Client, user: &str) -> Result<(), posthog_rs::Error> {
    // client.is_feature_enabled("only-a-comment", user, None, None, None);
    if client.is_feature_enabled("⟦call:fast-parser⟧", user, None, None, None).await? {
        parse_fast();
    }
    let owned = client
        .is_feature_enabled("⟦call:owned-key⟧".to_string(), user.to_string(), None, None, None)
        .await?;
    match client
        .get_feature_flag(
            String::from("⟦call:parser-mode⟧"),
            "user-1",
            None,
            None,
            None,
        )
        .await?
    {
        Some(FlagValue::String(mode)) if mode == "strict" => strict(),
        _ => loose(),
    }
    let payload = client.get_feature_flag_payload(r"⟦call:parser-limits⟧", user).await?;
    let raw = client.get_feature_flag(r#"⟦call:raw-key⟧"#, user, None, None, None).await?;

    let flags = client
        .evaluate_flags(
            user,
            EvaluateFlagsOptions { flag_keys: Some(vec!["⟦call:asked-rust⟧".into()]), ..Default::default() },
        )
        .await?;
    if flags.is_enabled("⟦call:asked-rust⟧") {
        println!("fast-parser {:?}", flags.get_flag("⟦call:parser-arm⟧"));
    }
    let text = flags.get_flag_payload("⟦call:parser-text⟧");
    let mut event = Event::new("parser-started", user);
    event.insert_prop("mode", "fast-parser")?;
    client.capture(event).await
}
