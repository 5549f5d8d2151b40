import type { FlagRow, ReleaseGroup } from './flagRow';
import type { JsonObject } from './json';
import type { ExperimentRow } from './project';

/*
 * What the newest servers find wrong with an experiment's flag and metrics, in the form of `health.findings`
 * (products/experiments, health/checks). What is wrong with exposures comes with those.
 */

/** In the order of the server's checks. */
export function healthFindings(row: ExperimentRow): JsonObject[] {
  return [...flagState(row), ...forcedVariants(row), ...noMetric(row)];
}

const openFlag = ['open_feature_flag'];

function flagState(row: ExperimentRow): JsonObject[] {
  const { flag } = row;
  // A flag that is gone sends nobody anywhere.
  if (flag.deleted) return [];
  const says = (code: string, subcode: string, title: string, detail: string, evidence: JsonObject = {}) => [
    { code, subcode, severity: 'warning', title, detail, evidence, actions: openFlag, diagnostic_ref: 'A5' },
  ];
  const isSplit = flag.active && flag.variants.filter(isServed).length > 1 && !isShut(flag);
  const notRunning = 'The experiment is not running, but users are exposed to multiple variants';
  if (row.start_date === null) {
    if (row.archived || !isSplit) return [];
    return says(
      'flag_live_before_launch',
      'not_started_but_multiple_variants_rolled_out',
      notRunning,
      'The flag is on and splits users before the launch. Disable the flag, or launch.',
    );
  }
  const shipped = shippedKey(flag);
  if (row.end_date !== null) {
    if (!isSplit || shipped !== undefined) return [];
    return says(
      'flag_live_after_end',
      'ended_but_multiple_variants_rolled_out',
      notRunning,
      'The experiment has ended, and the flag still splits users. Disable the flag, or resume.',
    );
  }
  if (!flag.active) {
    return says(
      'flag_off_while_running',
      'running_but_flag_disabled',
      'The experiment is paused',
      'The flag is off while the experiment has not ended. Resume or end the experiment.',
    );
  }
  if (isShut(flag)) {
    return says(
      'flag_off_while_running',
      'running_but_no_rollout',
      'The experiment is running, but no new users are being exposed',
      'The flag is rolled out to 0 %. Raise the rollout, or end the experiment with a conclusion.',
    );
  }
  if (shipped === undefined) return [];
  return says(
    'variant_shipped_while_running',
    'running_but_single_variant_shipped',
    'The experiment is running, but all users see a single variant',
    `Everybody gets "${shipped}". End the experiment with a conclusion, or split users again.`,
    { variant_key: shipped },
  );
}

function noMetric(row: ExperimentRow): JsonObject[] {
  const count = row.metrics.length + row.metrics_secondary.length + row.saved.length;
  if (row.start_date === null || count > 0) return [];
  return [
    {
      code: 'no_metric',
      subcode: null,
      severity: 'warning',
      title: 'No metrics defined',
      detail: 'The experiment is launched and has no metric. Metrics can be added at any time.',
      evidence: {},
      actions: ['add_primary_metric', 'add_secondary_metric'],
      diagnostic_ref: null,
    },
  ];
}

/** Release conditions that name a variant: the first condition that fits a user decides. */
function forcedVariants(row: ExperimentRow): JsonObject[] {
  const { flag } = row;
  if (flag.deleted || row.end_date !== null || row.archived) return [];
  const keys = flag.variants.map((variant) => variant.key);
  const reached = reachedGroups(flag);
  const pinned = reached.filter(({ group }) => group.variant !== null && keys.includes(group.variant));
  if (pinned.length === 0) return [];
  const isWhole = pinned.length === reached.length;
  const shipped = shippedKey(flag);
  const pinnedKeys = [...new Set(pinned.map(({ group }) => group.variant ?? ''))];
  if (isWhole && shipped !== undefined && pinnedKeys.join() === shipped) return [];
  const sets = pinned.map(({ number }) => number).join(', ');
  return [
    {
      code: 'forced_variant_release_condition',
      subcode: isWhole ? 'all_conditions_pinned' : 'some_conditions_pinned',
      severity: isWhole ? 'warning' : 'info',
      title: isWhole
        ? 'No users are randomly assigned to a variant'
        : 'Some users are not randomly assigned to a variant',
      detail: `Release condition ${sets} gives everyone it fits the variant ${pinnedKeys.join(', ')}.`,
      evidence: { pinned_condition_sets: sets, pinned_variant_keys: pinnedKeys.join(', ') },
      actions: ['edit_release_conditions'],
      diagnostic_ref: isWhole ? 'A7b' : 'A7',
    },
  ];
}

/** Up to the one that takes everybody who is left. */
function reachedGroups(flag: FlagRow): { readonly number: number; readonly group: ReleaseGroup }[] {
  const numbered = flag.groups.map((group, index) => ({ number: index + 1, group }));
  const last = numbered.findIndex(({ group }) => takesEverybody(group));
  const reached = last === -1 ? numbered : numbered.slice(0, last + 1);
  return reached.filter(({ group }) => group.rollout_percentage !== 0);
}

function takesEverybody({ properties, rollout_percentage: percent }: ReleaseGroup): boolean {
  return properties.length === 0 && (percent ?? 100) === 100;
}

function isServed({ rollout_percentage: percent }: { readonly rollout_percentage: number }): boolean {
  return percent !== 0;
}

function isShut(flag: FlagRow): boolean {
  return flag.groups.length > 0 && flag.groups.every((group) => group.rollout_percentage === 0);
}

/** The variant everybody gets; undefined when that is not so. */
function shippedKey(flag: FlagRow): string | undefined {
  const [first] = flag.groups;
  if (!flag.active || !first || first.properties.length > 0 || first.rollout_percentage !== 100) {
    return undefined;
  }
  return flag.variants.find((variant) => variant.rollout_percentage === 100)?.key;
}
