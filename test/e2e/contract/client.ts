import assert from 'node:assert/strict';
import type { Page } from './wire';

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** As it came, for answers that are not JSON. */
  readonly text: string;
  /** Undefined when the answer is not JSON. */
  readonly body: T;
}

export type Query = Readonly<Record<string, string | number | boolean>>;

export interface RequestParts {
  readonly query?: Query;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The least a client of PostHog's can be: a key, a project and `fetch`. */
export class Client {
  constructor(
    readonly host: string,
    readonly key: string,
    readonly projectId: number | string,
  ) {}

  /** The same server, through another key. */
  as(key: string): Client {
    return new Client(this.host, key, this.projectId);
  }

  in(projectId: number | string): Client {
    return new Client(this.host, this.key, projectId);
  }

  get<T>(path: string, query?: Query): Promise<Answer<T>> {
    return this.send<T>('GET', path, query && { query });
  }

  post<T>(path: string, body?: unknown): Promise<Answer<T>> {
    return this.send<T>('POST', path, { body });
  }

  patch<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, { body });
  }

  /** Moves the server's clock on: jobs in the background get done. */
  async advance(advanceMs: number): Promise<void> {
    await ok(this.post('/__sandbox__/clock', { advanceMs }));
  }

  /** @param path below the project, or from the host when it begins with a slash */
  async send<T>(
    method: string,
    path: string,
    { query = {}, body, headers = {} }: RequestParts = {},
  ): Promise<Answer<T>> {
    const url = new URL(path.startsWith('/') ? path : `/api/projects/${this.projectId}/${path}`, this.host);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    const response = await fetch(url, {
      method,
      headers: {
        Authorization: `Bearer ${this.key}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson =
      response.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as T,
    };
  }
}

/** The body of an answer that must have this status. */
export async function ok<T>(answer: Promise<Answer<T>>, status = 200): Promise<T> {
  const { status: got, text, body } = await answer;
  assert.equal(got, status, text.slice(0, 500));
  return body;
}

/** All rows of a list, by following `next` as the docs advise: path and query only. */
export async function allRows<T>(client: Client, path: string, query?: Query): Promise<T[]> {
  const rows: T[] = [];
  let page = await ok(client.get<Page<T>>(path, query));
  rows.push(...page.results);
  while (page.next !== null) {
    const { pathname, search } = new URL(page.next);
    page = await ok(client.get<Page<T>>(`${pathname}${search}`));
    rows.push(...page.results);
  }
  return rows;
}
