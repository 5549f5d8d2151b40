import { useValues } from 'kea';
import { config } from './config';
import { PANES, SITE_FLAGS } from './constants';
import { flagLogic } from './flagLogic';
import { useSiteFlag } from './useFlag';

const widths = { left: 200, right: 300 };

export function harbour(panes: Record<string, number>) {
  const { featureFlags } = useValues(flagLogic);
  return [
    featureFlags[⟦use:SITE_FLAGS.TIDE_TABLE=>tide-table⟧],
    flagLogic.values.featureFlags?.[⟦use:SITE_FLAGS.HARBOUR_MAP=>harbour-map⟧] === 'test',
    useSiteFlag('⟦wrapper:NIGHT_MODE=>night-mode⟧'),
    config.featureFlags['beacons'],
    panes[PANES.LEFT] ?? widths[PANES.LEFT],
  ];
}
