import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { ApiRefusal } from '../sandbox/errors';
import { readFault } from '../sandbox/faults';
import { numberIn } from '../sandbox/json';
import { createSandboxCore, type Exchange, type SandboxCore } from '../sandbox/sandbox';
import { endWithParent } from './endWithParent';
import { parseObject, parseServerArguments, type ServerArguments } from './sandboxArguments';

/*
 * The sandbox as a program, for any PostHog client:
 * `node sandboxServer.js [--port N] [--experiments N] [--seed S] [--now ISO] [--latency ms] [--era B|C|D|E|F]
 * [--without WORD]… [--approval FLAG_KEY]… [--fault JSON]… [--rate-limit]`
 * It listens on the loopback address only and prints one line of JSON, `{"url","apiKey","projectId"}`, when it does.
 * `POST /__sandbox__/faults` with `{path?, method?, kind?, status?, retryAfterSeconds?, delayMs?, times?}` makes requests fail, `DELETE`
 * ends it. `POST /__sandbox__/clock` with `{advanceMs}` moves its time on.
 */

const host = '127.0.0.1';
/** Ten years: beyond any experiment, within what dates can hold. */
const longestStepMs = 10 * 365 * 86_400_000;
/** More than any request of this API. */
const maximumBodyBytes = 4 * 1024 * 1024;

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
  if (path.startsWith('/__sandbox__/')) {
    const { status, text } = control(core, method, path, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    return;
  }
  const exchange = await core.answer(
    {
      method,
      url: new URL(path, `http://${request.headers.host ?? host}`).href,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
      ),
      body,
    },
    signal,
  );
  write(exchange, request, response);
}

function write(exchange: Exchange, request: IncomingMessage, response: ServerResponse): void {
  if (exchange.end === 'dropped') {
    request.socket.resetAndDestroy();
    return;
  }
  const { status, headers, body } = exchange.response;
  const bytes = Buffer.from(body);
  // An answer that has no content has no length either.
  response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': bytes.length });
  if (exchange.end === 'answered') response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
}

function control(
  core: SandboxCore,
  method: string,
  path: string,
  body: string,
): { status: number; text: string } {
  try {
    switch (`${method} ${path}`) {
      case 'POST /__sandbox__/faults':
        core.control.add(readFault(parseObject(body)));
        return { status: 201, text: '{}' };
      case 'DELETE /__sandbox__/faults':
        core.control.clear();
        return { status: 200, text: '{}' };
      case 'POST /__sandbox__/clock':
        return { status: 200, text: JSON.stringify({ now: moveClock(core, body) }) };
      default:
        return { status: /\/(faults|clock)$/.test(path) ? 405 : 404, text: '{}' };
    }
  } catch (error) {
    if (error instanceof ApiRefusal) return { status: error.status, text: JSON.stringify(error.body) };
    throw error;
  }
}

function moveClock(core: SandboxCore, body: string): string {
  const advanceMs = numberIn(parseObject(body), 'advanceMs');
  if (advanceMs === undefined || advanceMs < 0 || advanceMs > longestStepMs) {
    throw new ApiRefusal(400, { detail: 'advanceMs is a number of milliseconds, ten years at most.' });
  }
  return new Date(core.control.advance(advanceMs)).toISOString();
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
