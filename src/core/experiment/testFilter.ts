/**
 * Whether nobody is counted perhaps because internal and test users are filtered out (a hint of PostHog's).
 * @param projectHasFilters whether the project says who they are; undefined where that is not known
 */
export function mayHideTesters(
  counted: number,
  criteria: Readonly<Record<string, unknown>> | undefined,
  projectHasFilters?: boolean,
): boolean {
  return counted === 0 && criteria?.['filterTestAccounts'] === true && projectHasFilters !== false;
}
