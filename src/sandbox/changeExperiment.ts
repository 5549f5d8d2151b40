import { changesBetween, noteActivity } from './activity';
import { changeFlag } from './changeFlag';
import { fingerprintSource } from './fingerprint';
import { textIn } from './json';
import type { ActivityChange } from './libraryRow';
import { type ExperimentRow, metricsOf, type Project } from './project';
import type { ProjectCall } from './route';

type Changes = Partial<ExperimentRow>;

/**
 * Stores changes: counts the version, starts the history of metrics whose configuration is another, and writes down
 * who did it.
 * @param told a verb and changes of its own, where the doing has a name
 */
export function changeExperiment(
  call: ProjectCall,
  row: ExperimentRow,
  changes: Changes,
  told?: { readonly activity: string; readonly changes: readonly ActivityChange[] },
): void {
  const { project, world } = call;
  const before = fingerprintSources(project, row);
  const changed = changesBetween(row, changes, 'Experiment');
  Object.assign(row, changes, { version: row.version + 1, updated_at: world.now() });
  for (const [uuid, source] of fingerprintSources(project, row)) {
    if (before.get(uuid) !== source) row.configuredMs.set(uuid, world.now());
  }
  if (changed.length === 0 && !told) return;
  noteActivity(call, {
    scope: 'Experiment',
    itemId: row.id,
    activity: told?.activity ?? (changes.deleted ? 'deleted' : 'updated'),
    name: row.name,
    changes: [...changed, ...(told?.changes ?? [])],
  });
}

function fingerprintSources(project: Project, row: ExperimentRow): Map<string, string> {
  return new Map(
    metricsOf(project, row).map((metric) => [textIn(metric, 'uuid') ?? '', fingerprintSource(metric, row)]),
  );
}

/** Switches the experiment's flag. */
export function switchFlag(call: ProjectCall, row: ExperimentRow, active: boolean): void {
  if (row.flag.active !== active) changeFlag(call, row.flag, { active });
}
