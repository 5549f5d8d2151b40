package flags

import (
	"context"

	"github.com/posthog/posthog-go"
)

type Flag string

const (
	// FlagExports lets a tenant export its rows.
	FlagExports Flag = "⟦definition:tenant-exports⟧"
	FlagAudit   Flag = "⟦definition:tenant-audit⟧"
)

const Retired Flag = "⟦definition:retired-flag⟧"

const tableName = "tenants"

type Provider interface {
	IsFlagEnabled(ctx context.Context, flag Flag, distinctID string) (bool, error)
}

type Hog struct {
	client posthog.Client
}

func (h *Hog) IsFlagEnabled(ctx context.Context, flag Flag, distinctID string) (bool, error) {
	value, err := h.client.IsFeatureEnabled(
		posthog.FeatureFlagPayload{
			Key:        string(flag),
			DistinctId: distinctID,
		})
	if err != nil {
		return false, err
	}
	return value == true, nil
}
