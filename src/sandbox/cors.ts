/** What a page of another origin may send: Django's defaults; no header of a client's own is among them. */
const allowedHeaders = 'accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with';

type Headers = Readonly<Record<string, string>>;

/** Any origin may read the API. Empty when the request did not come from a page. */
export function corsHeaders(origin: string | undefined): Headers {
  if (origin === undefined) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'origin',
  };
}

/** What a browser asks before it lets a page call. */
export function preflightHeaders(origin: string): Headers {
  return {
    ...corsHeaders(origin),
    'access-control-allow-headers': allowedHeaders,
    'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
    'access-control-max-age': '86400',
    'content-length': '0',
  };
}

/** Whether a page of another host calls. */
export function isCrossOrigin(origin: string | undefined, url: URL): boolean {
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== url.host);
}
