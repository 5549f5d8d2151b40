export const toggles = ['⟦definition:split-view⟧', '⟦definition:minimap⟧', '⟦definition:vim-keys⟧'] as const;
export type Toggle = (typeof toggles)[number];
