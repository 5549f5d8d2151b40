import type { Given } from '../facts';
import { sdkNames } from '../sdk/names';
import { readChain } from './chain';
import type { Reader } from './reader';

/** Functions of Python that run what they are given first: `asyncio.to_thread(posthog.feature_enabled, 'nav', id)`. */
const runners = /(?:^|\.)(?:to_thread|run_in_threadpool|run_sync|run_in_executor|submit|partial)$/;

/** Notes the call that another one makes: of the function it is given to run, or of the one it wraps at once. */
export function noteAdapted(reader: Reader, name: string, open: number, given: readonly Given[]): void {
  if (name.endsWith('()')) noteWrapped(reader, open, given);
  else if (runners.test(name)) noteRun(reader, given, name.endsWith('run_in_executor') ? 1 : 0);
}

/** `loop.run_in_executor(None, is_enabled, 'nav')`: behind the function stand its arguments. */
function noteRun(reader: Reader, given: readonly Given[], at: number): void {
  const run = given[at];
  if (run?.value.is !== 'name' || run.slot !== at) return;
  const rest = given.slice(at + 1).map(({ slot, value }) => ({
    slot: typeof slot === 'number' ? slot - at - 1 : slot,
    value,
  }));
  note(reader, run.value.name, rest, run.value.start, run.value.end);
}

/** `sync_to_async(is_enabled)(Flag.NAV)`. */
function noteWrapped(reader: Reader, open: number, given: readonly Given[]): void {
  const { cursor } = reader;
  const inner = cursor.is(open - 1, ')') ? cursor.match(open - 1) : -1;
  const chain = inner >= 0 ? readChain(cursor, inner + 1, open - 1) : undefined;
  if (!chain || chain.open >= 0 || (chain.next < open - 1 && !cursor.is(chain.next, ','))) return;
  note(reader, chain.name, given, cursor.start(chain.first), cursor.end(chain.next - 1));
}

function note(reader: Reader, name: string, given: readonly Given[], from: number, to: number): void {
  reader.note(name, given, from, to, sdkNames.has(name.slice(name.lastIndexOf('.') + 1)));
}
