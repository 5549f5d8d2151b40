import * as v from 'valibot';
import { flagOrders, flagRuntimes } from '../../shared/panelFlags';

const maxText = 400;

/** What the page of flags asks for, as its webview or the state of an earlier window says it. */
export const flagsWanted = v.strictObject({
  search: v.pipe(v.string(), v.maxLength(maxText)),
  order: v.picklist(flagOrders),
  page: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  active: v.exactOptional(v.boolean()),
  owner: v.exactOptional(v.strictObject({ id: v.number(), name: v.string() })),
  runtime: v.exactOptional(v.picklist(flagRuntimes)),
  tag: v.exactOptional(v.string()),
});
