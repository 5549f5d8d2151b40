import type { Call } from '../facts';
import type { SdkForm } from '../sdk/form';
import { isPostHog } from '../sdk/vendors';
import type { SourceFile } from './file';
import { isKept } from './keptFlags';
import { isOnlyPostHogs } from './receiver';
import type { Evidence } from './sdkCall';

/** Whether a flag is looked up in what holds all flags of somebody: `flags.isEnabled('nav')`, `getAllFlags()['nav']`. */
export function isSnapshotRead(
  evidence: Evidence,
  file: SourceFile,
  call: Call,
  expanded: string,
  form: SdkForm,
): boolean {
  const { facts } = file;
  const before = expanded.slice(0, expanded.length - form.name.length);
  if (isOfOthers(evidence, file, before)) return false;
  return (
    form.of?.some((name) => new RegExp(`\\b${name}(?:\\(\\)|\\b)`).test(before)) === true ||
    before.includes('FeatureFlagEvaluations') ||
    typeOf(file, before, call.from).includes('FeatureFlagEvaluations') ||
    (facts.vendors.length === 0 && evidence.projectNamesPostHog && bootstrappedFlags.test(before)) ||
    isKept(evidence, file, call) ||
    (isOnlyPostHogs(facts) && isNamedSnapshot(call.name.slice(0, -form.name.length), form))
  );
}

/** Whether a lone function is called for the flags that comes from a module without PostHog: `getFeatureFlags()`. */
function isOfOthers({ names }: Evidence, file: SourceFile, before: string): boolean {
  const name = /^(\w+)\(\)\.?$/.exec(before)?.[1];
  const from = name === undefined ? undefined : names.imported(file, name);
  if (!from) return false;
  return from.file ? !from.file.facts.namesPostHog : !isPostHog(from.module ?? '');
}

/** What a server found out for a page to begin with: `bootstrap.featureFlags`. */
const bootstrappedFlags = /(?:bootstrap|posthog)\w*(?:\(\))?\.featureFlags$/i;

/** What people call the flags of somebody that come from elsewhere. */
const flagNames = /(?:^|[.$@])(?:flags|featureFlags|feature_flags|flagSnapshot|flag_snapshot|evaluations)\.$/;
/** There are snapshots of everything: only methods of their own tell those of flags. */
const snapshotNames = /(?:^|[.$@])snap(?:shot)?(?:_?\w)?\.$/;
const ownMethod = /enabled|flag/i;

function isNamedSnapshot(before: string, { name }: SdkForm): boolean {
  return flagNames.test(before) || (ownMethod.test(name) && snapshotNames.test(before));
}

function typeOf(file: SourceFile, receiver: string, at: number): string {
  const name = receiver.replace(/\.$/, '');
  return file.parameterType(name, at) ?? file.binding(name, at)?.type ?? '';
}
