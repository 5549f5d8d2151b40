const entries = new Map<string, boolean>();
export const useCache = () => entries;
