import type { NewExperiment } from '../api/experimentBodies';
import type { ExperimentDetail } from '../model/experiment';
import type { NewVariant } from '../model/featureFlag';
import type { Session } from '../session';
import { keepExperiments } from './keepExperiments';
import { putExperiment } from './putExperiment';

/**
 * The writes. Each sends one request, never repeated by itself, and puts PostHog's answer in the place of what was
 * known; when it fails, what was known stays. All reject with a PostHogError.
 */

/** Makes a draft and its feature flag. Without variants PostHog takes `control` and `test`, half each. */
export function createExperiment(
  session: Session,
  wanted: { readonly name: string; readonly flagKey: string; readonly variants?: readonly NewVariant[] },
): Promise<ExperimentDetail> {
  const body: NewExperiment = {
    name: wanted.name,
    feature_flag_key: wanted.flagKey,
    ...(wanted.variants && {
      // The one form that every server generation understands.
      parameters: {
        feature_flag_variants: wanted.variants.map((variant) => ({
          key: variant.key,
          rollout_percentage: variant.rolloutPercent,
        })),
      },
    }),
  };
  return write(session, session.client.experiments.create(session.projectId, body, session.signal));
}

/** Makes a draft with the same metrics and variants on a flag of its own. */
export function duplicateExperiment(
  session: Session,
  id: number,
  copy: { readonly flagKey: string; readonly name?: string },
): Promise<ExperimentDetail> {
  const body = { feature_flag_key: copy.flagKey, ...(copy.name !== undefined && { name: copy.name }) };
  return write(session, session.client.experiments.duplicate(session.projectId, id, body, session.signal));
}

export function setArchived(session: Session, id: number, archived: boolean): Promise<ExperimentDetail> {
  const { experiments } = session.client;
  return write(
    session,
    archived
      ? experiments.archive(session.projectId, id, session.signal)
      : experiments.unarchive(session.projectId, id, session.signal),
  );
}

/** Puts the answer to a write in the place of what was known. */
export async function write(session: Session, answer: Promise<ExperimentDetail>): Promise<ExperimentDetail> {
  const experiment = await answer;
  session.store.update((state) => putExperiment(state, { value: experiment, loadedMs: session.now() }));
  await keepExperiments(session);
  return experiment;
}
