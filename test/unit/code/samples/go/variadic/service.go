package ledger

import "example.com/acme/flags"

func (s *Service) Post(user string) error {
	if s.flags.AnyEnabled(user, ⟦use:flags.FastPath=>fast-path⟧, "⟦wrapper:turbo⟧", "⟦wrapper:late-fees⟧") {
		return s.log.Printf("posted", "turbo", user)
	}
	return nil
}
