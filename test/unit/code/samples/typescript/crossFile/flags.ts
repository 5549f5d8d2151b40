export const EXPORT_PDF = '⟦definition:export-pdf⟧';
export const LEGACY_EXPORT = '⟦definition:legacy-export⟧';
export const FLAGS = {
  search: '⟦definition:search-ranking⟧',
  inbox: { snooze: '⟦definition:inbox-snooze⟧' },
} as const;
export type FlagName = (typeof FLAGS)['search'];
