export const MAX_USERS = 3
