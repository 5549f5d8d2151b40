import { useValues } from 'kea';
import { SITE_FLAGS } from './constants';
import { flagLogic } from './flagLogic';

export function useSiteFlag(name: keyof typeof SITE_FLAGS): boolean {
  const { featureFlags } = useValues(flagLogic);
  return !!featureFlags[SITE_FLAGS[name]];
}
