import { parseArgs } from 'node:util';
import { eraNames, isEraName } from '../sandbox/era';
import { ApiRefusal } from '../sandbox/errors';
import { type Fault, readFault } from '../sandbox/faults';
import { hasWord } from '../sandbox/handler';
import { isObject, type Json, type JsonObject } from '../sandbox/json';
import { routes } from '../sandbox/routes';
import type { SandboxCoreOptions } from '../sandbox/sandbox';
import { maximumExperiments } from '../sandbox/world';

export interface ServerArguments extends SandboxCoreOptions {
  /** 0: any that is free. */
  readonly port: number;
}

/** @throws Error with one sentence for a person */
export function parseServerArguments(args: readonly string[]): ServerArguments {
  const given = optionsIn(args);
  const { port = '0', experiments, seed, now, latency = '0', era, without, approval, fault } = given;
  return {
    port: wholeNumber('port', port, 65_535),
    latencyMs: wholeNumber('latency', latency, 600_000),
    ...(experiments === undefined
      ? {}
      : { experiments: wholeNumber('experiments', experiments, maximumExperiments) }),
    ...(seed === undefined ? {} : { seed }),
    ...(now === undefined ? {} : { nowMs: moment(now) }),
    ...(era === undefined ? {} : { era: eraNamed(era) }),
    ...(without === undefined ? {} : { without: without.map(endpointWord) }),
    ...(approval === undefined ? {} : { approvals: approval }),
    ...(fault === undefined ? {} : { faults: fault.map(faultIn) }),
    ...(given['rate-limit'] ? { limitsRates: true } : {}),
  };
}

function optionsIn(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const options = {
    port: text,
    experiments: text,
    seed: text,
    now: text,
    latency: text,
    era: text,
    without: texts,
    approval: texts,
    fault: texts,
    'rate-limit': { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    // Node adds advice on positional arguments, which this program has none of.
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new Error(`${sentence.replace(/\.$/, '')}.`, { cause: error });
  }
}

function wholeNumber(name: string, value: string, maximum: number): number {
  if (/^\d+$/.test(value) && Number(value) <= maximum) return Number(value);
  throw new Error(`--${name} takes a whole number from 0 to ${maximum}, not "${value}".`);
}

function moment(value: string): number {
  const timeMs = Date.parse(value);
  if (!Number.isNaN(timeMs)) return timeMs;
  throw new Error(`--now takes a time such as 2026-11-20T09:30:00Z, not "${value}".`);
}

function eraNamed(value: string) {
  if (isEraName(value)) return value;
  throw new Error(`--era takes one of ${eraNames.join(', ')}, not "${value}".`);
}

function endpointWord(value: string): string {
  if (routes.some((route) => hasWord(route, value))) return value;
  throw new Error(
    `--without takes a word of an endpoint's path such as eligible_feature_flags, not "${value}".`,
  );
}

function faultIn(text: string): Fault {
  try {
    return readFault(parseObject(text));
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    throw new Error(`--fault takes a JSON object such as {"path":"experiments","status":503}, not ${text}.`, {
      cause: error,
    });
  }
}

/** @throws ApiRefusal 400 */
export function parseObject(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new ApiRefusal(400, { detail: 'A JSON object is expected.' });
}
