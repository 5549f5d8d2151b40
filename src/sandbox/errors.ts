/** An answer that is a refusal. Whatever finds a fault throws one; the handler turns it into the response. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    /** Undefined: the answer has no body at all. */
    readonly body: unknown,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`Refused with ${status}`);
  }
}

/** The usual form of a PostHog error. Only the first problem found is told. */
export function errorBody(type: string, code: string, detail: string, attr: string | null = null) {
  return { type, code, detail, attr };
}

/** 400. @param attr the field at fault, or null when the problem is not one field's */
export function invalid(detail: string, attr: string | null = null, code = 'invalid_input'): ApiRefusal {
  return new ApiRefusal(400, errorBody('validation_error', code, detail, attr));
}

export function required(attr: string): ApiRefusal {
  return invalid('This field is required.', attr, 'required');
}

/** 400 for a body that is not JSON. */
export function unparsable(reason: string): ApiRefusal {
  return new ApiRefusal(400, errorBody('invalid_request', 'parse_error', `JSON parse error - ${reason}`));
}

/** 401. The header tells OAuth clients where to begin. */
export function unauthenticated(code: string, detail: string, origin: string): ApiRefusal {
  return new ApiRefusal(401, errorBody('authentication_error', code, detail), {
    'www-authenticate': `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource"`,
  });
}

/** 403. PostHog gives it the type of a 401, yet the credential is good. */
export function forbidden(detail: string): ApiRefusal {
  return new ApiRefusal(403, errorBody('authentication_error', 'permission_denied', detail));
}

export function notFound(detail = 'Not found.'): ApiRefusal {
  return new ApiRefusal(404, errorBody('invalid_request', 'not_found', detail));
}

export function methodNotAllowed(method: string): ApiRefusal {
  return new ApiRefusal(
    405,
    errorBody('invalid_request', 'method_not_allowed', `Method "${method}" not allowed.`),
  );
}
