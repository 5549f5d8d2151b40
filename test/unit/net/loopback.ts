import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './selfSigned';

/** What a server was asked, as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Servers on the loopback interface, and their end. */
export class Loopback {
  readonly received: Received[] = [];
  readonly #servers: Server[] = [];

  /** @returns the origin of a server that answers as told, after it has read the request */
  async serve(answer: RequestListener, scheme: 'http' | 'https' = 'http'): Promise<string> {
    const listener: RequestListener = (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        this.received.push({ method, url, headers, body: Buffer.concat(parts).toString() });
        answer(request, response);
      });
    };
    const server = scheme === 'http' ? createServer(listener) : createTlsServer(selfSigned, listener);
    this.#servers.push(server);
    return `${scheme}://127.0.0.1:${await listen(server)}`;
  }

  /** The one thing that was asked. */
  get only(): Received {
    const [first, ...rest] = this.received;
    assert.ok(first && rest.length === 0, `one request, not ${this.received.length}`);
    return first;
  }

  async close(): Promise<void> {
    const ends = this.#servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(resolve);
      });
    });
    await Promise.all(ends);
    this.received.length = 0;
  }
}

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}
