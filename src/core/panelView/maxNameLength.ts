/** Longer names of others are cut where they stand in a sentence; beside it they stand whole. */
export const maxNameLength = 80;
