import type { Call } from '../facts';
import { isPostHog } from '../sdk/vendors';
import { lastOf, type SourceFile } from './file';
import { expand } from './receiver';

const setter = /^setProvider(?:AndWait)?$/;
const reader =
  /^(?:get|use|useSuspense)(?:Boolean|String|Number|Object)(?:Flag)?(?:Value|Details)$|^use(?:Suspense)?Flag$/;

/** Whether the file sets a provider of PostHog for OpenFeature, whose own calls then read PostHog's flags. */
export function setsPostHogProvider(file: SourceFile): boolean {
  if (!file.facts.namesPostHog || !file.facts.vendors.some(isOpenFeature)) return false;
  return file.facts.calls.some(
    (call) =>
      setter.test(lastOf(call.name)) &&
      call.given.some(
        ({ value }) =>
          (value.is === 'name' || value.is === 'call') && isPostHog(expand(file, value.name, call.from)),
      ),
  );
}

/** Whether a call has the form of OpenFeature's, in a file of it or on a client that another file made. */
export function isOpenFeatureRead({ facts }: SourceFile, call: Call): boolean {
  const last = lastOf(call.name);
  if (call.isComponent || !reader.test(last)) return false;
  const hasOthers = facts.vendors.some((vendor) => !isOpenFeature(vendor));
  return !hasOthers && (call.name !== last || facts.vendors.length > 0);
}

function isOpenFeature(vendor: string): boolean {
  return /^open-?feature$/.test(vendor);
}
