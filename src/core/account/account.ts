import type { Project } from '../model/project';

/** Somebody's access to one PostHog host. Holds no key: that is asked for by id. */
export interface Account {
  readonly id: string;
  readonly source: 'key' | 'environment' | 'sample';
  /** Origin of the host; undefined for sample data. */
  readonly host: string | undefined;
  /** Whose it is, for a person: an email address, or the host. Untrusted text. */
  readonly label: string;
  /** The project chosen at sign-in, or the environment's. */
  readonly project: Project | undefined;
}

/**
 * An id that tells the accounts of one host apart without keeping or revealing the key: the first 64 bits of a
 * SHA-256 of both. The same key at the same host is the same account, in every window and after signing in again.
 */
export async function accountId(host: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${host}\n${key}`));
  return Array.from(new Uint8Array(digest).subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
