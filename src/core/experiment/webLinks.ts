import { linkedPlaces, type LinksView, type PanelLink } from '../../shared/panelLinks';
import type { ExperimentDetail } from '../model/experiment';
import type { Session } from '../session';
import { allMetrics } from './allMetrics';
import { exposuresQuery, insightQuery, peopleQuery, recordingFilters } from './webQueries';

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

/** Browsers and servers cut longer addresses. */
const maxUrlLength = 8_000;

/**
 * The page of PostHog's web app, on the host that is signed in to and no other; undefined where there is none. Paths and
 * parameters as the web app makes them for itself.
 */
export function findLinkedUrl(
  session: Pick<Session, 'webUrl'>,
  experiment: ExperimentDetail,
  link: PanelLink,
): string | undefined {
  if (session.webUrl === undefined) return undefined;
  const path = pathOf(experiment, link);
  const url = path && session.webUrl + path;
  return url !== undefined && url.length <= maxUrlLength ? url : undefined;
}

/** What there is to lead to. */
export function toLinksView(session: Pick<Session, 'webUrl'>, experiment: ExperimentDetail): LinksView {
  const has = (link: PanelLink) => findLinkedUrl(session, experiment, link) !== undefined;
  const launched = experiment.startMs !== undefined;
  return {
    places: linkedPlaces.filter((to) => has({ to })),
    variantKeys: launched
      ? experiment.variants.map(({ key }) => key).filter((key) => has({ to: 'recordings', variantKey: key }))
      : [],
    metrics: allMetrics(experiment).flatMap(({ uuid, name }) =>
      launched && uuid !== undefined && has({ to: 'insight', metricUuid: uuid }) ? [{ uuid, name }] : [],
    ),
  };
}

function pathOf(experiment: ExperimentDetail, link: PanelLink): string | undefined {
  switch (link.to) {
    case 'flag':
      return experiment.flag && `/feature_flags/${experiment.flag.id}`;
    case 'cohort':
      return experiment.exposureCohortId === undefined
        ? undefined
        : `/cohorts/${experiment.exposureCohortId}`;
    case 'exposures':
      return `/activity/explore#q=${inAddress(exposuresQuery(experiment))}`;
    case 'recordings':
      return `/replay/home?filters=${inAddress(recordingFilters(experiment, link.variantKey))}`;
    case 'people':
      return `/activity/explore#q=${inAddress(peopleQuery(experiment, link.variantKey))}`;
    case 'insight': {
      const metric = allMetrics(experiment).find(({ uuid }) => uuid === link.metricUuid);
      const query = metric && insightQuery(experiment, metric);
      return query === undefined ? undefined : `/insights/new#q=${inAddress(query)}`;
    }
  }
}

/**
 * JSON for an address. VS Code decodes an address and encodes it again before it opens it, and then leaves these
 * characters as they are: inside of a JSON string they have another way to be written.
 */
function inAddress(value: unknown): string {
  const json = JSON.stringify(value).replaceAll(
    /[&#%+?]/g,
    (mark) => `\\u00${mark.charCodeAt(0).toString(16)}`,
  );
  return encodeURIComponent(json);
}
