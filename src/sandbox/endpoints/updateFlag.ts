import { canEdit, levelOf, notEditor } from '../access';
import { changesBetween, noteActivity } from '../activity';
import { refuseUnapproved } from '../approval';
import { invalid } from '../errors';
import { flag as readBoolean, list, nullable, object, readFields, text } from '../fields';
import type { FlagRow, ReleaseGroup, VariantRow } from '../flagRow';
import { experimentsByFlag } from '../flagView';
import type { JsonObject } from '../json';
import { isList, isObject, numberIn, objectIn, textIn } from '../json';
import type { Project } from '../project';
import { type Answer, ok, type ProjectCall } from '../route';
import { checkShares } from '../variantInput';
import { flagOf, flagView } from './listFlags';

const readers = {
  name: text({ maxLength: 400, blank: true }),
  active: readBoolean,
  deleted: readBoolean,
  filters: object,
  ensure_experience_continuity: nullable(readBoolean),
  tags: list(text()),
};

/** `PATCH feature_flags/:flag/`. Filters are replaced as a whole. */
export function updateFlag(call: ProjectCall): Answer {
  const { project, body, world, key } = call;
  const flag = flagOf(call);
  if (!canEdit(levelOf(flag, key, 'feature_flag'))) throw notEditor();
  const input = readFields<{ [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]> }>(
    readers,
    body,
  );
  const { filters, ensure_experience_continuity: continuity, ...fields } = input;
  if (input.deleted && !flag.deleted) refuseDeletion(project, flag);
  const changes: Partial<FlagRow> = {
    ...fields,
    ...(filters ? readFilters(filters) : {}),
    ...(continuity === undefined ? {} : { ensure_experience_continuity: continuity ?? false }),
  };
  const noted = changesBetween(flag, changes, 'FeatureFlag');
  if (noted.length === 0) return ok(flagView(flag, call));
  refuseUnapproved(call, flag);
  Object.assign(flag, changes);
  flag.version++;
  flag.updated_at = world.now();
  if (input.deleted !== undefined) rename(project, flag);
  noteActivity(call, {
    scope: 'FeatureFlag',
    itemId: flag.id,
    activity: input.deleted ? 'deleted' : 'updated',
    name: flag.key,
    changes: noted,
  });
  return ok(flagView(flag, call));
}

/** @throws ApiRefusal 400 */
function readFilters(filters: JsonObject): Partial<FlagRow> {
  const sent = objectIn(filters, 'multivariate')?.['variants'];
  const variants = sent !== undefined && isList(sent) ? sent.filter(isObject).map(readVariant) : [];
  checkShares(variants);
  const groups = filters['groups'];
  const holdout = objectIn(filters, 'holdout');
  return {
    variants,
    groups: groups !== undefined && isList(groups) ? groups.filter(isObject).map(readGroup) : [],
    payloads: objectIn(filters, 'payloads') ?? {},
    aggregation_group_type_index: numberIn(filters, 'aggregation_group_type_index') ?? null,
    holdout: holdout
      ? {
          id: numberIn(holdout, 'id') ?? 0,
          exclusion_percentage: numberIn(holdout, 'exclusion_percentage') ?? 0,
        }
      : null,
  };
}

function readVariant(variant: JsonObject): VariantRow {
  const key = textIn(variant, 'key');
  if (!key) throw invalid('Variant key is required.', 'filters');
  const name = textIn(variant, 'name');
  return {
    key,
    ...(name === undefined ? {} : { name }),
    rollout_percentage: numberIn(variant, 'rollout_percentage') ?? 0,
  };
}

function readGroup(group: JsonObject): ReleaseGroup {
  const properties = group['properties'];
  const description = textIn(group, 'description');
  return {
    properties: properties !== undefined && isList(properties) ? properties.filter(isObject) : [],
    rollout_percentage: numberIn(group, 'rollout_percentage') ?? null,
    variant: textIn(group, 'variant') ?? null,
    ...(group['exposure_frozen'] === true ? { exposure_frozen: true } : {}),
    ...(description === undefined ? {} : { description }),
  };
}

function refuseDeletion(project: Project, flag: FlagRow): void {
  const ids = experimentsByFlag(project).get(flag) ?? [];
  if (ids.length === 0) return;
  throw invalid(
    `Cannot delete a feature flag that is linked to active experiment(s) with ID(s): ${ids.join(', ')}. ` +
      'Please delete the experiment(s) before deleting the flag.',
  );
}

/** The key of a deleted flag is free again: what deleted experiments keep gets a suffix. */
function rename(project: Project, flag: FlagRow): void {
  const plain = flag.key.replace(/:deleted:\d+$/, '');
  const isKept = project.experiments.some((row) => row.flag === flag);
  const key = flag.deleted && isKept ? `${plain}:deleted:${flag.id}` : plain;
  if (key === flag.key) return;
  project.flags.delete(flag.key);
  flag.key = key;
  project.flags.set(key, flag);
}
