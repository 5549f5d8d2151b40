import type { Session } from '../session';

/** The experiment in PostHog's web app; undefined on sample data, which has none. */
export function experimentUrl(session: Session, id: number): string | undefined {
  return session.webUrl === undefined ? undefined : `${session.webUrl}/experiments/${id}`;
}

/** The feature flag in PostHog's web app; undefined on sample data. */
export function flagUrl(session: Session, flagId: number): string | undefined {
  return session.webUrl === undefined ? undefined : `${session.webUrl}/feature_flags/${flagId}`;
}

/** The cohort in PostHog's web app; undefined on sample data. */
export function cohortUrl(session: Session, cohortId: number): string | undefined {
  return session.webUrl === undefined ? undefined : `${session.webUrl}/cohorts/${cohortId}`;
}
