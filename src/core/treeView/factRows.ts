import { formatDay } from '../../shared/format';
import type { Experiment } from '../model/experiment';
import type { Variant } from '../model/featureFlag';
import { childRow, type ChildRow } from './childRow';
import type { KnownExperiment } from '../experiment/concern';
import { periodText } from '../experiment/wording';

/** What an experiment is made of, which its row of the list tells already. */
export function factRows(known: KnownExperiment, nowMs: number): readonly ChildRow[] {
  const { experiment } = known;
  const { holdout, createdBy, createdMs, tags, flagKey } = experiment;
  const rows = experiment.variants.map((variant) => variantRow(variant, known));
  rows.push(childRow('flag', 'key', flagKey, flagText(experiment)));
  if (holdout) rows.push(childRow('holdout', 'shield', holdout.name, 'holdout, not in the results'));
  if (experiment.startMs !== undefined) {
    rows.push(childRow('period', 'calendar', capitalised(periodText(experiment, nowMs)), ''));
  }
  if (createdBy !== undefined || createdMs !== undefined) {
    const day = createdMs === undefined ? '' : ` on ${formatDay(createdMs)}`;
    rows.push(childRow('author', 'account', createdBy?.name ?? 'Unknown author', `created it${day}`));
  }
  if (tags.length > 0)
    rows.push(childRow('tags', 'tag', tags.join(', '), tags.length === 1 ? 'tag' : 'tags'));
  return rows;
}

function variantRow({ key, name, rolloutPercent }: Variant, known: KnownExperiment): ChildRow {
  const { excludedVariants } = known.experiment;
  const description = [
    rolloutPercent === undefined ? 'variant' : `${rolloutPercent}%`,
    key === baselineKey(known) ? 'baseline' : '',
    excludedVariants.includes(key) ? 'excluded from the analysis' : '',
    name ?? '',
  ];
  return {
    ...childRow(`variant/${key}`, 'circle-small-filled', key, description.filter(Boolean).join(' · ')),
    spoken: ['variant', key, ...description].filter(Boolean).join(', '),
  };
}

/** Results name theirs, which counts; before there are any the plan tells, as far as it was read. */
function baselineKey({ experiment, detail, results }: KnownExperiment): string | undefined {
  const named = results?.outcomes.find(({ result }) => result !== undefined)?.result?.baseline.key;
  if (named !== undefined || !detail) return named;
  const keys = experiment.variants.map(({ key }) => key);
  const wanted = detail.statistics.baselineVariantKey ?? 'control';
  return keys.includes(wanted) ? wanted : keys[0];
}

function flagText({ flag }: Experiment): string {
  if (!flag) return 'flag, missing';
  if (flag.deleted) return 'flag, deleted';
  if (!flag.active) return 'flag, off';
  return flag.servesSomeone ? 'flag, on' : 'flag, on but serves nobody';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
