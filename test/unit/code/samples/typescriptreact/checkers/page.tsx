import { createChecker, useFlagChecker, useVariants } from './useFlagChecker';

const check = createChecker('production');

export function Page() {
  const isOn = useFlagChecker();
  const variantOf = useVariants();
  if (!isOn('⟦wrapper:invite-banner⟧', { isOnElsewhere: true })) return null;
  return check('⟦wrapper:wide-page⟧') && variantOf('⟦wrapper:page-copy⟧') === 'short' ? <p>wide-page</p> : null;
}
