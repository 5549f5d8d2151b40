import { PANES, SITE_FLAGS } from './constants';

export const flagDefaults: Record<string, boolean> = {
  [⟦use:SITE_FLAGS.TIDE_TABLE=>tide-table⟧]: false,
  [⟦use:SITE_FLAGS.NIGHT_MODE=>night-mode⟧]: true,
};

export const paneTitles = { [PANES.LEFT]: 'Map', [PANES.RIGHT]: 'Tides' };
