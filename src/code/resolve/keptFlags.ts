import type { Call } from '../facts';
import { lastOf, type SourceFile } from './file';
import { expand } from './receiver';
import type { Evidence } from './sdkCall';

/** Calls by which a project gets all flags at once. */
const all = /^(?:onFeatureFlags|getAllFlags|getAllFlagsAndPayloads|getFlagVariants)$/;

/** Whether the file gets all flags of PostHog, to keep them for others: `posthog.onFeatureFlags(actions.setFeatureFlags)`. */
export function keepsAllFlags({ facts }: SourceFile): boolean {
  return (
    facts.namesPostHog && facts.calls.some(({ name }) => all.test(lastOf(name))) && facts.vendors.length === 0
  );
}

/** What they are kept as. */
export const keptNames = ['featureFlags', 'feature_flags'];
const kept = /(?:^|[.$])(?:featureFlags|feature_flags)$/;
const ofConfig = /^(?:\w*config\w*|settings|env|process|options|app)\b/i;
/** Those of PostHog beside those of others: `useFeatureFlags().posthog`. */
const ofPostHog = /flag\w*(?:\(\))?\.posthog$/i;

/** Whether a flag is looked up in what keeps those of PostHog: `values.featureFlags[FLAGS.nav]`. */
export function isKept(evidence: Evidence, file: SourceFile, { name, from }: Call): boolean {
  if (!name.endsWith('[]') || file.family !== 'script') return false;
  const keeper = expand(file, name.slice(0, -'[]'.length), from);
  if (ofPostHog.test(keeper)) return true;
  if (!evidence.keepsFlags || !kept.test(keeper) || ofConfig.test(keeper)) return false;
  const own = evidence.names.find(file, keeper, from);
  return own?.value.is !== 'members' && file.facts.vendors.length === 0;
}
