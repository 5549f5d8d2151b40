import type { Call, Value } from '../facts';
import { lastOf, ownerOf, type SourceFile } from './file';
import { expand } from './receiver';
import type { Evidence } from './sdkCall';

/** Calls by which a project gets all flags at once. */
const all =
  /^(?:onFeatureFlags|getAllFlags|getAllFlagsAndPayloads|get_all_flags|get_all_flags_and_payloads)$/;

/** Asked once for each look into what is called flags, which a file may have thousands of. */
const keepers = new WeakMap<SourceFile, boolean>();

/** Whether the file gets all flags of PostHog, to keep them for others: `posthog.onFeatureFlags(actions.setFeatureFlags)`. */
export function keepsAllFlags(file: SourceFile): boolean {
  let isKeeper = keepers.get(file);
  if (isKeeper === undefined) {
    const { facts } = file;
    const getsAll = facts.namesPostHog && facts.calls.some(({ name }) => all.test(lastOf(name)));
    isKeeper = getsAll && facts.vendors.length === 0;
    keepers.set(file, isKeeper);
  }
  return isKeeper;
}

/** What they are kept as. */
export const keptNames = ['featureFlags', 'feature_flags'];
const kept = new RegExp(`^[@$]*(?:${keptNames.join('|')})$`);
/** Countries have them too: only in what is called after flags, or where they are kept. */
const plain = /^[@$]*flags$/;
const saysFlags = /flag/i;
/** What is configured, and what a server answers. */
const ofOthers =
  /^[@$]*(?:\w*config\w*|settings|env|process|options|app|\w*response|decision|body|data|json)\b/i;
/** Those of PostHog beside those of others: `useFeatureFlags().posthog`. */
const ofPostHog = /flag\w*(?:\(\))?\.posthog$/i;

/** Whether a flag is looked up in what keeps those of PostHog: `values.featureFlags[FLAGS.nav]`. */
export function isKept(evidence: Evidence, file: SourceFile, { name, from, given }: Call): boolean {
  const look = /(?:\[\]|\.get)$/.exec(name);
  const key = given[0]?.value;
  if (!look || key === undefined || !mayBeAsked(file, key, from)) return false;
  const asWritten = name.slice(0, look.index);
  const holders = [asWritten, expand(file, asWritten, from)].map((each) =>
    each.replace(/(?:\(\)|\.value|\.current)+$/, ''),
  );
  if (holders.some((each) => ofPostHog.test(each))) return true;
  if (!evidence.keepsFlags || holders.some((each) => ofOthers.test(each))) return false;
  const isNamedSo = holders.some((each) => {
    const [last, owner] = [lastOf(each), ownerOf(each)];
    if (kept.test(last)) return true;
    return (
      plain.test(last) && (saysFlags.test(owner) || keepsAllFlags(file) || isOfKeeper(evidence, file, last))
    );
  });
  if (!isNamedSo || file.facts.vendors.length > 0) return false;
  // An object that is written out holds flags of its own; an empty one is filled later.
  const own = evidence.names.find(file, asWritten, from)?.value;
  return own?.is !== 'members' || own.of.length === 0;
}

/** Not by those that have the flags themselves: all keys one after the other, private members in tests. */
function mayBeAsked(file: SourceFile, key: Value, at: number): boolean {
  if (key.is === 'text') return !key.text.startsWith('_');
  const value = key.is === 'name' ? file.binding(key.name, at)?.value : undefined;
  return !(value?.is === 'name' && value.name.includes('*'));
}

/** Whether the name comes from the file that keeps the flags: `$flags` of a store of Svelte. */
function isOfKeeper({ names }: Evidence, file: SourceFile, name: string): boolean {
  const from = names.imported(file, name.replace(/^\$/, ''))?.file;
  return from !== undefined && keepsAllFlags(from);
}
