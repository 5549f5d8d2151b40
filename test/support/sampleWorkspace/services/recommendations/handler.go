package recommendations

import (
	"encoding/json"
	"net/http"

	"github.com/posthog/posthog-go"
)

type Handler struct {
	Flags    posthog.Client
	Neighbor Ranker
	Popular  Ranker
}

// ServeHTTP answers with the products a visitor may like.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	visitor := r.URL.Query().Get("visitor")
	variant, err := h.Flags.GetFeatureFlag(posthog.FeatureFlagPayload{
		Key:        "recommendation-engine",
		DistinctId: visitor,
	})
	ranker := h.Popular
	if err == nil && variant == "test" {
		ranker = h.Neighbor
	}
	_ = json.NewEncoder(w).Encode(ranker.For(visitor))
}

// ShowsChat tells whether the page carries the support bubble.
func (h *Handler) ShowsChat(visitor string) bool {
	enabled, err := h.Flags.IsFeatureEnabled(posthog.FeatureFlagPayload{
		Key:        "support-chat-bubble",
		DistinctId: visitor,
	})
	return err == nil && enabled == true
}
