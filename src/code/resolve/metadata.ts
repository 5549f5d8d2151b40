import type { Call } from '../facts';
import type { SdkForm } from '../sdk/form';
import { lastOf, type SourceFile } from './file';
import type { Names } from './names';

/** Nest's `SetMetadata('featureFlag', key)`, of which a guard reads the key. */
export const metadata: SdkForm = { name: 'SetMetadata', slots: [1], strength: 'own' };

const ofFlags = /flag|feature/i;

/** Whether a key is kept on what a decorator stands at, for a guard that asks PostHog, by itself or by a service. */
export function isFlagMetadata(names: Names, file: SourceFile, { name, given: [under] }: Call): boolean {
  if (lastOf(name) !== 'SetMetadata' || file.facts.vendors.length > 0) return false;
  const value = under?.value;
  const isOfFlags =
    (value?.is === 'text' && ofFlags.test(value.text)) || (value?.is === 'name' && ofFlags.test(value.name));
  return isOfFlags && names.functionsCalled(file, 'canActivate').some(([guard]) => asksPostHog(names, guard));
}

function asksPostHog(names: Names, guard: SourceFile): boolean {
  if (guard.facts.vendors.length > 0) return false;
  if (guard.facts.namesPostHog) return true;
  return guard.facts.calls.some((call) => {
    const last = lastOf(call.name);
    const asked = ofFlags.test(call.name) ? names.functionsCalled(guard, last) : [];
    return asked.some(([service]) => service.facts.namesPostHog && service.facts.vendors.length === 0);
  });
}
