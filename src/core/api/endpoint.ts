import type { ApiRequest } from './transport';

/** Values of a query; undefined ones are left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * A request from its template: `:project` and the other names in it are replaced by the values given, escaped. All
 * paths end with a slash, which PostHog's own clients send too.
 */
export function endpoint(
  method: ApiRequest['method'],
  template: string,
  ids: Readonly<Record<string, string | number>> = {},
  { query = {}, body }: { readonly query?: Query; readonly body?: unknown } = {},
): ApiRequest {
  const path = template.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
  const text = toQueryString(query);
  return {
    method,
    path: text === '' ? path : `${path}?${text}`,
    template,
    ...(body !== undefined && { body }),
  };
}

function toQueryString(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new URLSearchParams(pairs).toString();
}
