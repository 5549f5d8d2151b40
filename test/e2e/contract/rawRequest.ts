import { createConnection } from 'node:net';
import type { Client } from './client';

export interface RawAnswer {
  /** All that came: head and body, as on the wire. */
  readonly bytes: string;
  /** How the connection came to its end: closed in order, or broken off. */
  readonly end: 'closed' | 'reset';
}

/** One request, written by hand; resolves when the connection is over. */
export function rawRequest(client: Client, method: string, path: string, body = ''): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(client.host);
  const head = [
    `${method} /api/projects/${client.projectId}/${path} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${client.key}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ].join('\r\n');
  return new Promise((resolve) => {
    let bytes = '';
    const socket = createConnection({ host: hostname, port: Number(port) });
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (bytes += text));
    socket.on('error', () => resolve({ bytes, end: 'reset' }));
    socket.on('close', () => resolve({ bytes, end: 'closed' }));
    socket.write(`${head}\r\n\r\n${body}`);
  });
}

/** What the head says of the body, and the body that came. */
export function bodyOf({ bytes }: RawAnswer): { readonly promised: number; readonly body: string } {
  const [head = '', ...rest] = bytes.split('\r\n\r\n');
  const promised = /^content-length: *(\d+)/im.exec(head)?.[1];
  return { promised: Number(promised), body: rest.join('\r\n\r\n') };
}
