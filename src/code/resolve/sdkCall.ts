import type { Call, Value } from '../facts';
import { formsOf } from '../sdk/names';
import type { SdkForm } from '../sdk/form';
import { isPostHog } from '../sdk/vendors';
import { lastOf, type SourceFile } from './file';
import { isOpenFeatureRead } from './openFeature';
import type { Names } from './names';
import { methodAround } from './ownKey';
import { isFlagMetadata, metadata } from './metadata';
import { placed } from './placed';
import { expandAcross, isOnlyPostHogs, originOf } from './receiver';
import { isSnapshotRead } from './snapshot';

/** What decides about calls besides their file. */
export interface Evidence {
  readonly names: Names;
  readonly clientNames: readonly string[];
  /** Whether any file of the project names PostHog. */
  readonly projectNamesPostHog: boolean;
  /** Whether any file sets PostHog as the provider of OpenFeature. */
  readonly isOpenFeaturePostHogs: boolean;
  /** Whether any file keeps all flags of PostHog, for others to look up. */
  readonly keepsFlags: boolean;
}

/** The form of PostHog's SDKs that a call has; undefined when it is none, or another vendor's. */
export function findSdkForm(evidence: Evidence, file: SourceFile, call: Call): SdkForm | undefined {
  const known = file.forms.get(call);
  if (known !== undefined || file.forms.has(call)) return known;
  const form = judge(evidence, file, call);
  file.forms.set(call, form);
  return form;
}

function judge(evidence: Evidence, file: SourceFile, call: Call): SdkForm | undefined {
  const last = lastOf(call.name);
  // Most calls are told by their last name alone; a lone name may be an alias.
  if (last !== '[]' && formsIn(file, last).length === 0) {
    if (last !== call.name || !file.knows(last)) return findOtherForm(evidence, file, call);
  }
  const expanded = expandAcross(evidence.names, file, call.name, call.from);
  for (const form of formsIn(file, lastOf(expanded))) {
    if (
      (form.isComponent === true) === (call.isComponent === true) &&
      !isLabelled(file, call, form) &&
      isReading(evidence, file, call, expanded, form)
    )
      return form;
  }
  return findOtherForm(evidence, file, call);
}

/** Whether a method of the project is called so, whose labels of Swift are none of the SDK's: `isFeatureEnabled(key: …)`. */
function isLabelled({ family }: SourceFile, { given }: Call, { slots }: SdkForm): boolean {
  const slot = given[0]?.slot;
  return family === 'swift' && typeof slot === 'string' && !slots.includes(slot);
}

/** What reads a flag of PostHog by a name that is none of the SDKs'. */
function findOtherForm(evidence: Evidence, file: SourceFile, call: Call): SdkForm | undefined {
  if (isAdapted(call)) return adapted;
  if (isFlagMetadata(evidence.names, file, call)) return metadata;
  if (evidence.isOpenFeaturePostHogs && isOpenFeatureRead(file, call)) return openFeatureRead;
  if (isForeignReader(evidence, file, call)) return foreignReader;
  return isStoreMethod(evidence, file, call) ? storeForm : undefined;
}

/** Vercel's `flag({ key, adapter: postHogAdapter.isFeatureEnabled() })`. */
const adapted: SdkForm = { name: 'flag', slots: ['key'], strength: 'hook' };

/** OpenFeature's calls, where PostHog is behind it. */
const openFeatureRead: SdkForm = { name: 'getBooleanValue', slots: [0], strength: 'own' };

function isAdapted({ name, given }: Call): boolean {
  const [options] = lastOf(name) === 'flag' ? given : [];
  if (options?.value.is !== 'members') return false;
  const adapter = options.value.of.find((member) => member.name === 'adapter')?.value;
  return adapter?.is === 'call' && isPostHog(adapter.name);
}

/** A function of a package around PostHog that the project does not hold: `from acme.posthog import is_enabled`. */
const foreignReader: SdkForm = { name: '', slots: ['key', 'name', 'flag', 0], strength: 'hook' };

function isForeignReader(evidence: Evidence, file: SourceFile, call: Call): boolean {
  if (file.family !== 'python' || !/enabled|flag|feature|variant/i.test(lastOf(call.name))) return false;
  const root = call.name.split('.')[0] ?? '';
  const imported = evidence.names.imported(file, root);
  return imported?.module !== undefined && isPostHog(imported.module) && imported.module !== 'posthog';
}

/** A method of the project's own store or service that is called after PostHog: `posthogStore.getVariant(key)`. */
const storeForm: SdkForm = { name: 'getVariant', slots: [0], strength: 'shared' };
const storeMethod =
  /^(?:is|get|has|read|check|use)\w*(?:Variant|Flag|Feature|Experiment)(?:Enabled|On|Active|Value|Key|Payload)?$/;

function isStoreMethod({ names }: Evidence, file: SourceFile, call: Call): boolean {
  const [first] = call.given;
  if (call.isComponent || first?.slot !== 0 || (first.value.is !== 'text' && first.value.is !== 'name'))
    return false;
  const dot = call.name.lastIndexOf('.');
  if (dot < 0 || !storeMethod.test(lastOf(call.name))) return false;
  const receiver = `${call.name.slice(0, dot)} ${expandAcross(names, file, call.name, call.from)}`;
  return /posthog/i.test(receiver) && names.functionsCalled(file, lastOf(call.name)).length > 0;
}

/** Scripts stand in templates of other languages too. */
function formsIn({ family, facts }: SourceFile, name: string): readonly SdkForm[] {
  const own = formsOf(family, name);
  return own.length === 0 && templates.has(facts.language) ? formsOf('script', name) : own;
}

const templates = new Set([
  'erb',
  'blade',
  'php',
  'razor',
  'aspnetcorerazor',
  'phoenix-heex',
  'heex',
  'html-eex',
]);

function isReading(
  evidence: Evidence,
  file: SourceFile,
  call: Call,
  expanded: string,
  form: SdkForm,
): boolean {
  const { facts } = file;
  if (form.isComponent && form.strength === 'shared')
    return facts.vendors.length === 0 && evidence.projectNamesPostHog;
  if (form.strength === 'hook')
    return isHook(evidence, file, call.name.includes('.') ? expanded : call.name, form);
  if (form.strength === 'snapshot') return isSnapshotRead(evidence, file, call, expanded, form);
  if (isOwnFunction(evidence, file, call.name)) return false;
  const origin = originOf(evidence.names, file, call.name, call.from, evidence.clientNames);
  if (origin !== 'unknown') return origin === 'posthog';
  const hasReceiver = expanded.includes('.');
  if (!hasReceiver) {
    const module = moduleOf(evidence, file, call.name);
    if (module !== undefined) return isPostHog(module);
    if (file.functionsCalled(expanded).length > 0) return false;
    // What is added to the SDK's own class: `extension PostHogSDK { … isFeatureEnabled(flag.key) … }`.
    const around = form.strength === 'shared' ? methodAround(file, call.from) : undefined;
    if (around && ofSdk.test(around.type)) return true;
    return form.strength === 'own' && isOnlyPostHogs(facts);
  }
  if (facts.vendors.length > 0) return false;
  return facts.namesPostHog || (form.strength === 'own' && evidence.projectNamesPostHog);
}

/** The SDKs' own classes. */
const ofSdk = /^(?:PostHog|PostHogSDK|Posthog)$/;

/** Whether a function of the project is called, whatever its module is called. */
function isOwnFunction({ names }: Evidence, file: SourceFile, name: string): boolean {
  const target = name.includes('.') ? undefined : names.imported(file, name);
  return target?.file !== undefined && target.file.functionsCalled(target.name).length > 0;
}

/** A hook or component counts when it comes from PostHog's packages, or by itself (Nuxt) in a project that has PostHog. */
function isHook(evidence: Evidence, file: SourceFile, name: string, form: SdkForm): boolean {
  const root = /^[^.[(]*/.exec(name)?.[0] ?? name;
  const module = moduleOf(evidence, file, root);
  if (module !== undefined) return isPostHog(module);
  if (file.imports.has(root) || file.functionsCalled(root).length > 0) return false;
  if (evidence.names.functionsCalled(file, root).length > 0) return false;
  if (form.isComponent) return true;
  return file.facts.vendors.length === 0 && (file.facts.namesPostHog || evidence.projectNamesPostHog);
}

/** The module outside the project that a name comes from. */
function moduleOf({ names }: Evidence, file: SourceFile, name: string): string | undefined {
  return names.imported(file, name)?.module;
}

/** The keys that a call gives an SDK, one by one; undefined when it gives none so. */
export function sdkValues(evidence: Evidence, file: SourceFile, call: Call): readonly Value[] | undefined {
  const form = findSdkForm(evidence, file, call);
  return form && form.holds === undefined ? valuesAt(call, placed(form, file, call)) : undefined;
}

/** The places of a call where a form has its key. */
export function valuesAt(call: Call, form: Pick<SdkForm, 'slots' | 'holds'>): readonly Value[] {
  let first: Value | undefined;
  for (const slot of form.slots) {
    const value = valueAt(call, slot, form.holds);
    // Of several places the one with a literal: an instance may stand before the key.
    if (value?.is === 'text' || value?.is === 'joined' || (value && typeof slot === 'string')) return [value];
    first ??= value;
  }
  return first ? [first] : [];
}

function valueAt(call: Call, slot: number | string, holds: SdkForm['holds']): Value | undefined {
  const direct = call.given.find((given) => given.slot === slot);
  if (direct && (holds !== undefined || typeof slot === 'string' || direct.value.is !== 'members'))
    return direct.value;
  if (typeof slot !== 'string') return undefined;
  for (const { value } of call.given) {
    const member = memberCalled(value, slot, slot.startsWith('$') ? 3 : 1);
    if (member) return member;
  }
  return undefined;
}

function memberCalled(value: Value, name: string, depth: number): Value | undefined {
  if (value.is !== 'members' || depth === 0) return undefined;
  const own = value.of.find((member) => member.name === name)?.value;
  return own ?? value.of.map((member) => memberCalled(member.value, name, depth - 1)).find(Boolean);
}
