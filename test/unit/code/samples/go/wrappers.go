package web

import "github.com/posthog/posthog-go"

const betaPages = "⟦definition:beta-pages⟧"

var shortDelay, retryFlag = 3, "⟦definition:retry-policy⟧"

type Flags struct{ ph posthog.Client }

func (f *Flags) On(key, user string) bool {
	v, err := f.ph.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: key, DistinctId: user})
	return err == nil && v == true
}

func isOn(f *Flags, user, key string) bool { return f.On(key, user) }

func pages(f *Flags, user string) bool {
	if f.On(⟦use:betaPages=>beta-pages⟧, user) && isOn(f, user, ⟦use:retryFlag=>retry-policy⟧) {
		return isOn(f, "user-1", "⟦wrapper:second-string⟧")
	}
	return f.On("⟦wrapper:plain-string⟧", "user-2")
}
