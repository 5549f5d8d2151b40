import type { FlagPage } from '../model/featureFlag';
import type { ApiCaller } from './caller';
import { endpoint } from './endpoint';
import { PostHogError } from './errors';
import { type FlagFilters, toFlagQuery } from './flagFilters';
import { canCarryExperiment, toFlagPage } from './wire/listedFlag';
import { wirePage } from './wire/page';

export interface EligibleFlagFilters extends FlagFilters {
  readonly active?: boolean;
  readonly hasEvaluationContexts?: boolean;
  /** 1 to 100, else 20. PostHog silently takes 100 for more. */
  readonly limit?: number;
  readonly offset?: number;
}

const maxLimit = 100;

/**
 * `GET experiments/eligible_feature_flags`, scope `feature_flag:read`: one page of the flags an experiment can be made
 * on (at least two variants, the first `control`), those that carry one already among them. Its envelope has a count
 * and no links.
 *
 * The newest servers no longer promise this endpoint. On 404 the page is chosen here from `GET feature_flags`: the
 * eligible ones among the flags with variants at `offset` to `offset + limit`. Such a page may be shorter than asked,
 * even empty, with more behind it; `count` is then the number of flags with variants and `nextOffset` still leads
 * through all of them.
 */
export async function readEligibleFlags(
  call: ApiCaller,
  projectId: number,
  filters: EligibleFlagFilters,
  signal: AbortSignal,
): Promise<FlagPage> {
  const limit = Math.min(filters.limit ?? 20, maxLimit);
  const offset = filters.offset ?? 0;
  const query = { ...toFlagQuery(filters), limit, offset };
  const read = async (template: string, more: Readonly<Record<string, string | undefined>>) => {
    const request = endpoint('GET', template, { project: projectId }, { query: { ...query, ...more } });
    return call(request, wirePage, signal);
  };
  try {
    const contexts = filters.hasEvaluationContexts ? 'true' : undefined;
    const page = await read('/api/projects/:project/experiments/eligible_feature_flags/', {
      has_evaluation_contexts: contexts,
      // What early 2026 servers and older call them.
      has_evaluation_tags: contexts,
    });
    return toFlagPage(page, { offset, source: 'eligible', isWanted: ({ deleted }) => deleted !== true });
  } catch (error) {
    if (!(error instanceof PostHogError) || error.kind !== 'notFound') throw error;
  }
  const page = await read('/api/projects/:project/feature_flags/', { type: 'multivariant' });
  return toFlagPage(page, {
    offset,
    source: 'all',
    isWanted: (flag) =>
      canCarryExperiment(flag) && (!filters.hasEvaluationContexts || flag.evaluation_contexts.length > 0),
  });
}
