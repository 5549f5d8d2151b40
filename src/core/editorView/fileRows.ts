import { cutText } from '../../shared/cutText';
import { rowText } from '../experiment/rowText';
import { statusIcon } from '../experiment/statusIcon';
import { findProblem } from '../experiment/health';
import type { KnownFlag } from './knownFlag';

/** A flag that the active file names. Untrusted text. */
export interface FileFlagRow {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Of VS Code's own set. */
  readonly icon: string;
  readonly isWarning: boolean;
  /** Label and description in words. */
  readonly spoken: string;
  /** The experiment to show. */
  readonly experimentId: number | undefined;
  readonly places: readonly FilePlaceRow[];
}

export interface FilePlaceRow {
  readonly start: number;
  readonly end: number;
  /** `Line 12` */
  readonly label: string;
  /** The line itself. */
  readonly description: string;
  readonly icon: string;
}

/** Where a file names a flag. Lines from 0. */
export interface FilePlace {
  readonly key: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lineText: string;
}

const maxLineLength = 80;

/** The flags of one file in the order of its text, those with an experiment first. */
export function fileRows(
  places: readonly FilePlace[],
  find: (key: string) => KnownFlag | undefined,
  nowMs: number,
): readonly FileFlagRow[] {
  const byKey = new Map<string, FilePlace[]>();
  for (const place of places) byKey.set(place.key, [...(byKey.get(place.key) ?? []), place]);
  const rows = [...byKey].map(([key, mine]) => flagRow(key, mine, find(key), nowMs));
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ experimentId }: FileFlagRow): number {
  return experimentId === undefined ? 1 : 0;
}

function flagRow(
  key: string,
  places: readonly FilePlace[],
  flag: KnownFlag | undefined,
  nowMs: number,
): FileFlagRow {
  const shown = flag?.shown;
  const others = (flag?.experiments.length ?? 0) - 1;
  const said = shown && rowText(shown, nowMs);
  const without = flag?.exists === 'no' ? 'no such flag' : 'no experiment';
  const more = others > 0 ? ` · +${others} more` : '';
  return {
    key,
    label: shown?.experiment.name ?? key,
    description: said ? `${said.description}${more}` : without,
    icon: shown ? statusIcon(shown.experiment, findProblem(shown, nowMs) !== undefined) : 'key',
    isWarning: shown !== undefined && findProblem(shown, nowMs) !== undefined,
    spoken: [shown?.experiment.name, `flag ${key}`, said?.spoken ?? without].filter(Boolean).join(', '),
    experimentId: shown?.experiment.id,
    places: places.map(({ kind, start, end, line, lineText }) => ({
      start,
      end,
      label: `Line ${line + 1}`,
      description: cutText(lineText.trim(), maxLineLength),
      icon: kind === 'definition' ? 'symbol-constant' : 'go-to-file',
    })),
  };
}

/** Why nothing of the open project is said of a file. */
export function otherProjectText(otherProjectId: number, projectName: string): string {
  return `This code belongs to project ${otherProjectId}, as its .posthog.json says. The open project is ${projectName}.`;
}
