export const SITE_FLAGS = {
  TIDE_TABLE: '⟦definition:tide-table⟧',
  HARBOUR_MAP: '⟦definition:harbour-map⟧',
  NIGHT_MODE: '⟦definition:night-mode⟧',
} as const;

export const PANES = { LEFT: 'left', RIGHT: 'right' } as const;
