import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { parseArgs } from 'node:util';
import { ApiRefusal } from '../sandbox/errors';
import { readFault } from '../sandbox/faults';
import { isObject, type Json, type JsonObject } from '../sandbox/json';
import { createSandboxCore, type SandboxCore, type SandboxCoreOptions } from '../sandbox/sandbox';
import { maximumExperiments } from '../sandbox/world';
import { endWithParent } from './endWithParent';

/*
 * The sandbox as a program, for any PostHog client:
 * `node sandboxServer.js [--port N] [--experiments N] [--seed S] [--now ISO] [--latency ms]`
 * It listens on the loopback address only and prints one line of JSON, `{"url","apiKey","projectId"}`, when it does.
 * `POST /__sandbox__/faults` with `{path?, method?, status?, delayMs?, times?}` makes requests fail, `DELETE` ends it.
 */

const host = '127.0.0.1';
const faultsPath = '/__sandbox__/faults';
/** More than any request of this API. */
const maximumBodyBytes = 4 * 1024 * 1024;

export interface ServerArguments extends SandboxCoreOptions {
  /** 0: any that is free. */
  readonly port: number;
}

/** @throws Error with one sentence for a person */
export function parseServerArguments(args: readonly string[]): ServerArguments {
  const { port = '0', experiments, seed, now, latency = '0' } = optionsIn(args);
  return {
    port: wholeNumber('port', port, 65_535),
    latencyMs: wholeNumber('latency', latency, 600_000),
    ...(experiments === undefined
      ? {}
      : { experiments: wholeNumber('experiments', experiments, maximumExperiments) }),
    ...(seed === undefined ? {} : { seed }),
    ...(now === undefined ? {} : { nowMs: moment(now) }),
  };
}

function optionsIn(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { port: text, experiments: text, seed: text, now: text, latency: text };
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

/** A server that does not listen yet. */
export function createServer(core: SandboxCore): Server {
  return createHttpServer((request, response) => {
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    respond(core, request, response, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      response.writeHead(500, { 'content-type': 'text/plain' }).end(text);
    });
  });
}

async function respond(
  core: SandboxCore,
  request: IncomingMessage,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const body = await readBody(request);
  const { method = 'GET', url: path = '/' } = request;
  if (path === faultsPath) {
    const { status, text } = changeFaults(core, method, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    return;
  }
  const { authorization } = request.headers;
  const answer = await core.answer(
    {
      method,
      url: new URL(path, `http://${request.headers.host ?? host}`).href,
      body,
      ...(authorization === undefined ? {} : { authorization }),
    },
    signal,
  );
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
}

function changeFaults(core: SandboxCore, method: string, body: string): { status: number; text: string } {
  if (method === 'DELETE') {
    core.control.clear();
    return { status: 200, text: '{}' };
  }
  if (method !== 'POST') return { status: 405, text: '{}' };
  try {
    core.control.add(readFault(parseObject(body)));
    return { status: 201, text: '{}' };
  } catch (error) {
    if (error instanceof ApiRefusal) return { status: error.status, text: JSON.stringify(error.body) };
    throw error;
  }
}

function parseObject(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new ApiRefusal(400, { detail: 'A fault is a JSON object.' });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maximumBodyBytes) throw new Error('The body is too large.');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function main(args: readonly string[]): void {
  let options: ServerArguments;
  try {
    options = parseServerArguments(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
    return;
  }
  const core = createSandboxCore(options);
  const server = createServer(core);
  const stop = () => process.exit(0);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  endWithParent(stop);
  server.on('error', (error) => {
    process.stderr.write(`The sandbox cannot listen on port ${options.port}: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(options.port, host, () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : options.port;
    const { apiKey, projectId } = core;
    process.stdout.write(`${JSON.stringify({ url: `http://${host}:${port}`, apiKey, projectId })}\n`);
  });
}

// Tests import this file for its server alone.
if (require.main === module) main(process.argv.slice(2));
