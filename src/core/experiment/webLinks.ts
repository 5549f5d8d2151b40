import type { Session } from '../session';

/** The experiment in PostHog's web app; undefined on sample data, which has none. */
export function experimentUrl(session: Session, id: number): string | undefined {
  return session.webUrl === undefined ? undefined : `${session.webUrl}/experiments/${id}`;
}
