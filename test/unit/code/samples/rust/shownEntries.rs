use posthog_rs::Client;
use std::fmt;

#[derive(Clone, Copy)]
pub enum Flag {
    Platforms,
    Delays,
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flag::Platforms => write!(f, "⟦definition:platform-map⟧"),
            Flag::Delays => f.write_str("⟦definition:delay-alerts⟧"),
        }
    }
}

pub enum Line {
    Coast,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Line::Coast => write!(f, "coast-line"),
        }
    }
}

pub enum Toggle {
    Seats,
}

impl fmt::Display for Toggle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seats => write!(f, "seats-shown"),
        }
    }
}

impl From<Toggle> for &'static str {
    fn from(toggle: Toggle) -> Self {
        match toggle {
            Toggle::Seats => "⟦definition:seat-picker⟧",
        }
    }
}

pub struct Flags {
    client: Client,
}

impl Flags {
    pub async fn is_set(&self, flag: Flag, user: &str) -> bool {
        self.client
            .is_feature_enabled(flag.to_string(), user.to_string(), None, None, None)
            .await
            .unwrap_or(false)
    }

    pub async fn is_toggled(&self, toggle: Toggle, user: &str) -> bool {
        let key: &str = toggle.into();
        self.client.is_feature_enabled(key, user, None, None, None).await.unwrap_or(false)
    }
}

pub async fn depart(flags: &Flags, line: Line, user: &str) -> String {
    if flags.is_set(⟦use:Flag::Platforms=>platform-map⟧, user).await {
        return line.to_string();
    }
    if flags.is_toggled(⟦use:Toggle::Seats=>seat-picker⟧, user).await { pick() } else { wait() }
}
