import type { Call, Value } from '../facts';
import type { SourceFile } from './file';
import { mayHandOn } from './given';
import { type Evidence, sdkValues } from './sdkCall';

/** What calls of a file hand on that its functions may have been given. */
export interface Handing {
  /** Keys that SDKs are given, and where. */
  readonly toSdk: readonly (readonly [Value, at: number])[];
  readonly toOthers: readonly Call[];
}

export interface HandingFile {
  readonly file: SourceFile;
  readonly handing: Handing;
  /** Does what depends on other files. */
  readonly watch: (work: () => void) => void;
}

export function findHanding(evidence: Evidence, file: SourceFile): Handing {
  const toSdk: [Value, number][] = [];
  const toOthers: Call[] = [];
  for (const call of file.facts.calls) {
    if (!call.given.some(({ value }) => mayHandOn(value))) continue;
    const values = sdkValues(evidence, file, call);
    if (values) toSdk.push(...values.map((value): [Value, number] => [value, call.from]));
    else toOthers.push(call);
  }
  return { toSdk, toOthers };
}
