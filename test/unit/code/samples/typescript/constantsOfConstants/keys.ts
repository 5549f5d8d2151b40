export const TOUR_FLAG = '⟦definition:editor-tour⟧';
