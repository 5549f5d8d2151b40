import { experimentOf, refuseFlagChange } from '../access';
import { refuseUnapproved } from '../approval';
import { changeExperiment } from '../changeExperiment';
import { invalid, required } from '../errors';
import { flag as readFlag, text } from '../fields';
import { everyone, type FlagRow, type ReleaseGroup } from '../flagRow';
import { type Answer, ok, type ProjectCall } from '../route';
import { fullExperiment } from '../serialize';
import { readEnding } from './lifecycle';

/**
 * `POST experiments/:id/ship_variant/`: the variant gets the whole split, and a running experiment ends. The first
 * generation with it released the variant to everyone, later ones do so only with `release_to_everyone`.
 */
export async function shipVariant(call: ProjectCall): Promise<Answer> {
  const { body, project, world } = call;
  const row = experimentOf(call);
  const { flag } = row;
  const key = body['variant_key'];
  if (key === undefined) throw required('variant_key');
  const variantKey = text()(key, 'variant_key');
  const ending = readEnding(call);
  if (row.start_date === null) throw invalid('Experiment has not been launched yet.');
  if (flag.deleted) throw invalid('Experiment does not have a linked feature flag.');
  if (flag.variants.every((variant) => variant.key !== variantKey)) {
    throw invalid(`Variant '${variantKey}' not found on feature flag.`);
  }
  refuseFlagChange(call, flag);
  refuseUnapproved(call, flag);
  const wish = body['release_to_everyone'];
  const isForEveryone =
    !project.era.hasFlagOptions || (wish !== undefined && readFlag(wish, 'release_to_everyone'));

  shipOnFlag(flag, variantKey, isForEveryone);
  flag.updated_at = world.now();
  const shipped = { type: 'Experiment', action: 'changed', field: 'shipped_variant', before: null } as const;
  changeExperiment(
    call,
    row,
    {
      ...(row.end_date === null ? { end_date: world.now() } : {}),
      // Unlike at the end, silence and null leave the conclusion as it is.
      ...(ending.conclusion ? { conclusion: ending.conclusion } : {}),
      ...(typeof ending.conclusion_comment === 'string'
        ? { conclusion_comment: ending.conclusion_comment }
        : {}),
    },
    { activity: 'variant_shipped', changes: [{ ...shipped, after: variantKey }] },
  );
  return ok(await fullExperiment(row, call));
}

/** The holdout is not among the filters that are written anew. */
function shipOnFlag(flag: FlagRow, variantKey: string, isForEveryone: boolean): void {
  flag.variants = flag.variants.map((variant) => ({
    ...variant,
    rollout_percentage: variant.key === variantKey ? 100 : 0,
  }));
  if (isForEveryone) flag.groups = [catchAll, ...flag.groups];
  flag.holdout = null;
  flag.version++;
}

const catchAll: ReleaseGroup = {
  ...everyone,
  description: 'Added automatically when the experiment was ended to keep only one variant.',
};
