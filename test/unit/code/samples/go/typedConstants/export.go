package export

import (
	"context"

	"example.test/shop/flags"
)

type Service struct {
	flags flags.Provider
}

func (s *Service) Run(ctx context.Context, tenant string) error {
	on, err := s.flags.IsFlagEnabled(ctx, ⟦use:flags.FlagExports=>tenant-exports⟧, tenant)
	if err != nil || !on {
		return err
	}
	if s.enabled(ctx, ⟦use:flags.FlagAudit=>tenant-audit⟧, tenant) {
		audit(tenant, "tenant-audit")
	}
	return nil
}

func (s *Service) enabled(ctx context.Context, flag flags.Flag, tenant string) bool {
	on, _ := s.flags.IsFlagEnabled(ctx, flag, tenant)
	return on
}
