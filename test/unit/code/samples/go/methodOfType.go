package billing

import "github.com/posthog/posthog-go"

type Toggle string

type Currency string

const (
	Invoices Toggle = "⟦definition:new-invoices⟧"
	Dunning  Toggle = "⟦definition:smart-dunning⟧"

	Euro Currency = "euro"
)

// On asks for one person.
func (t Toggle) On(client posthog.Client, userID string) bool {
	on, err := client.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: string(t), DistinctId: userID})
	return err == nil && on == true
}

func remind(client posthog.Client, userID string) bool {
	return ⟦use:Dunning=>smart-dunning⟧.On(client, userID)
}
