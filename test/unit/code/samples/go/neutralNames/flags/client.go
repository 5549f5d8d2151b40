package flags

import "github.com/posthog/posthog-go"

type Client struct{ posthog posthog.Client }

// Eval is called like methods of many other things.
func (c *Client) Eval(key, person string) bool {
	on, _ := c.posthog.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: key, DistinctId: person})
	return on == true
}
