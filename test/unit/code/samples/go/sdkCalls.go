package shop

import (
	"fmt"

	"github.com/posthog/posthog-go"
)

func ReadFlags(client posthog.Client, userID string) {
	// client.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: "only-a-comment"})
	on, err := client.IsFeatureEnabled(posthog.FeatureFlagPayload{
		Key:        "⟦call:express-checkout⟧",
		DistinctId: userID,
	})
	variant, _ := client.GetFeatureFlag(
		posthog.FeatureFlagPayload{DistinctId: "express-user", Key: `⟦call:button-color⟧`},
	)
	payload, _ := client.GetFeatureFlagPayload(posthog.FeatureFlagPayload{Key: "⟦call:price-table⟧", DistinctId: userID, Groups: posthog.NewGroups().Set("company", "acme")})
	result, _ := client.GetFeatureFlagResult(posthog.FeatureFlagPayload{Key: "⟦call:order-result⟧", DistinctId: userID})
	remote, _ := client.GetRemoteConfigPayload("⟦call:remote-limits⟧")
	request := posthog.FeatureFlagPayload{Key: "⟦call:held-payload⟧", DistinctId: userID}
	held, _ := client.IsFeatureEnabled(request)
	byPointer := &posthog.FeatureFlagPayload{
		Key: "⟦call:by-pointer⟧",
	}
	fmt.Println("express-checkout", on, err, variant, payload, result, remote, held, byPointer)
	_ = client.Enqueue(posthog.Capture{DistinctId: userID, Event: "order-placed", Properties: posthog.NewProperties().Set("button-color", variant)})
}

func Snapshot(client posthog.Client, userID string) bool {
	flags, err := client.EvaluateFlags(posthog.EvaluateFlagsPayload{
		DistinctId: userID,
		FlagKeys:   []string{"⟦call:asked-one⟧", "⟦call:asked-two⟧"},
	})
	if err != nil {
		return false
	}
	if flags.IsEnabled("⟦call:asked-one⟧") {
		fmt.Println(flags.GetFlagPayload("⟦call:asked-one⟧"))
	}
	return flags.GetFlag("⟦call:asked-two⟧") == "large"
}
