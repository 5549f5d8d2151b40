import type { Person } from './project';

/** Somebody as the API shows them inside other things. */
export function userBasic(person: Person) {
  return { ...person, is_email_verified: true, hedgehog_config: null, role_at_organization: null };
}
