import type { Call } from '../facts';
import type { SdkForm } from '../sdk/form';
import { isVendor } from '../sdk/vendors';
import type { SourceFile } from './file';
import { slotOf } from './given';

/**
 * The form with the key in second place where the JVM server's SDK is meant, whose methods take the distinct id first, as
 * those of .NET once did.
 */
export function placed(form: SdkForm, file: SourceFile, call: Call): SdkForm {
  if (form.strength === 'snapshot' || !(isServerCall(file, call) || isIdFirst(file, call))) return form;
  return { ...form, slots: form.slots.map((slot) => (slot === 0 ? 1 : slot)) };
}

function isServerCall(file: SourceFile, call: Call): boolean {
  if (file.family !== 'jvm' || call.given.length < 2) return false;
  return call.given[0]?.slot === 0 && file.facts.isServer === true && !isVendor(call.name);
}

/** Whether somebody's id stands where the key is expected, and the key behind it: `IsFeatureEnabledAsync(userId, "nav")`. */
function isIdFirst(file: SourceFile, { given }: Call): boolean {
  const [first, second] = given;
  if (file.family !== 'dotnet' || first?.slot !== 0 || second?.slot !== 1 || second.value.is !== 'text')
    return false;
  const { value } = first;
  if (value.is === 'name') return idName.test(value.name);
  const fact = value.is === 'parameter' ? file.functionAt(value.of) : undefined;
  return (
    fact !== undefined &&
    value.is === 'parameter' &&
    slotOf(fact, value.slot).names.some((name) => idName.test(name))
  );
}

const idName = /(?:^|\.)_?(?:\w*(?:user|distinct|person|customer|account|device|visitor|session)_?)?id$/i;
