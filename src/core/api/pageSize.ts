/** Rows in a page of a list: PostHog's own default. */
export const pageSize = 100;
