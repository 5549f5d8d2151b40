use posthog_rs::{Client, EvaluateFlagsOptions, FeatureFlagEvaluations, FlagValue};

mod flags {
    pub const NIGHT_TRAINS: &str = "⟦definition:night-trains⟧";
}

#[derive(Default)]
pub struct Timetable {
    client: Option<Client>,
}

impl Timetable {
    pub async fn is_running(
        &self,
        key: &str,
        rider: u64,
    ) -> Result<bool, Error> {
        Ok(self.evaluate(key, rider).await?.is_some_and(|flags| flags.is_enabled(key)))
    }

    pub async fn value(&self, key: &str, rider: u64) -> Result<Option<FlagValue>, Error> {
        Ok(self.evaluate(key, rider).await?.and_then(|flags| flags.get_flag(key)))
    }

    async fn evaluate(&self, key: &str, rider: u64) -> Result<Option<FeatureFlagEvaluations>, Error> {
        let options = EvaluateFlagsOptions {
            flag_keys: Some(vec![⟦use:flags::NIGHT_TRAINS.to_string()=>night-trains⟧]),
            ..Default::default()
        };
        let Some(client) = &self.client else {
            return Ok(None);
        };
        client.evaluate_flags(rider.to_string(), options).await.map(Some).map_err(Error::Sdk)
    }
}

pub async fn board(rider: u64, seats: &Seats) -> Result<(), Error> {
    let timetable = Timetable::default();
    if timetable.is_running("⟦wrapper:quiet-coach⟧", rider).await? {
        seats.value("quiet-coach");
    }
    timetable.value("⟦wrapper:seat-layout⟧", rider).await?;
    Ok(())
}
