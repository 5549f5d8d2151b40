import * as v from 'valibot';
import type { Cohort } from '../../model/cohort';
import { maybeNumber, maybeText } from './tolerant';

/** `POST …/create_exposure_cohort_for_experiment/` */
export const wireExposureCohort = v.object({
  cohort: v.object({ id: v.number(), name: maybeText, count: maybeNumber }),
});

export function toCohort({ cohort }: v.InferOutput<typeof wireExposureCohort>): Cohort {
  return { id: cohort.id, name: cohort.name ?? `Cohort ${cohort.id}`, count: cohort.count };
}
