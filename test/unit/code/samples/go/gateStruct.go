package gates

import "github.com/posthog/posthog-go"

type Gate struct {
	key    string
	label  string
	client posthog.Client
}

func NewGate(client posthog.Client, key, label string) *Gate {
	return &Gate{client: client, key: key, label: label}
}

func (g *Gate) Open(person string) bool {
	on, err := g.client.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: g.key, DistinctId: person})
	return err == nil && on == true
}

func gates(client posthog.Client) []*Gate {
	return []*Gate{
		NewGate(client, "⟦wrapper:side-door⟧", "a-label"),
		NewGate(client, "⟦wrapper:front-door⟧", "b-label"),
	}
}
