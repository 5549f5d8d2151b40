package flags

import "github.com/posthog/posthog-go"

type Key string

const (
	FastPath  Key = "⟦definition:fast-path⟧"
	NewLedger Key = "⟦definition:new-ledger⟧"
)

type Checker struct{ client posthog.Client }

func (c *Checker) Enabled(user string, key Key) bool {
	on, err := c.client.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: string(key), DistinctId: user})
	return err == nil && on == true
}

func (c *Checker) AnyEnabled(user string, keys ...Key) bool {
	for _, key := range keys {
		if c.Enabled(user, key) {
			return true
		}
	}
	return false
}
