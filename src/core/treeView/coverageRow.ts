import type { Experiment } from '../model/experiment';
import { childRow, type ChildRow, type CodePlace } from './childRow';

/** What the code of the workspace does with the variants of one flag. */
export interface VariantUse {
  readonly branches: readonly VariantBranch[];
  /** Reads whose value goes where it was not followed: any variant may be handled there. */
  readonly unknownReads: number;
}

/** Code that runs for these outcomes (`true`: on, whichever the variant), or with `isNot` for all others. */
export interface VariantBranch {
  readonly outcomes: readonly (string | true)[];
  readonly isNot: boolean;
  readonly place: CodePlace;
}

/**
 * The variants that the flag serves against those that the code handles, and those it names that nobody gets. What was
 * not understood is said as unknown. Undefined where there is nothing to compare.
 */
export function coverageRow(
  { flagKey, variants }: Pick<Experiment, 'flagKey' | 'variants'>,
  use: VariantUse | undefined,
  placeRow: (parentId: string, place: CodePlace) => ChildRow,
): ChildRow | undefined {
  if (!use || variants.length === 0 || use.branches.length + use.unknownReads === 0) return undefined;
  const id = 'variantsInCode';
  const served = variants.map(({ key }) => key);
  const baseline = served.includes('control') ? 'control' : served[0];
  const found = served.map((key) => ({ key, places: placesFor(use, key) }));
  const rest = (key: string): Standing => {
    if (key === baseline && use.branches.length > 0) return 'rest';
    return use.unknownReads > 0 ? 'unknown' : 'unhandled';
  };
  const rows = found.map(({ key, places }) => {
    const standing = places.length > 0 ? 'handled' : rest(key);
    return { key, places, standing };
  });
  const unserved = [...new Set(use.branches.flatMap(({ outcomes }) => outcomes))].filter(
    (outcome): outcome is string => outcome !== true && !served.includes(outcome),
  );
  const count = (standing: Standing) => rows.filter((row) => row.standing === standing).length;
  const handled = count('handled') + count('rest');
  const description = [
    `${handled} of ${served.length} handled`,
    count('unknown') > 0 ? `${count('unknown')} unknown` : '',
    unserved.length > 0 ? `${unserved.length} not served` : '',
  ];
  const children = rows.map(({ key, places, standing }): ChildRow => ({
    ...childRow(`${id}/${key}`, icons[standing], key, says(standing, places.length)),
    ...(standing === 'unhandled' && { tone: 'warning' as const }),
    tooltip: explain(standing, key, flagKey),
    children: places.map((place) => placeRow(`${id}/${key}`, place)),
  }));
  const others = unserved.map((key): ChildRow => {
    const places = use.branches.filter(({ outcomes }) => outcomes.includes(key)).map(({ place }) => place);
    return {
      ...childRow(`${id}/+${key}`, 'question', key, 'in code, not served'),
      tone: 'warning',
      tooltip: `The code asks ${flagKey} for “${key}”, which is none of its variants: nobody gets it.`,
      children: places.map((place) => placeRow(`${id}/+${key}`, place)),
    };
  });
  return {
    ...childRow(id, 'git-branch', 'Variants in code', description.filter(Boolean).join(' · ')),
    tooltip: `Variants that ${flagKey} serves, and the code of this workspace that runs for each.`,
    children: [...children, ...others],
  };
}

type Standing = 'handled' | 'rest' | 'unhandled' | 'unknown';

const icons: Readonly<Record<Standing, string>> = {
  handled: 'pass',
  rest: 'pass',
  unhandled: 'circle-slash',
  unknown: 'question',
};

function says(standing: Standing, count: number): string {
  switch (standing) {
    case 'handled':
      return `${count} ${count === 1 ? 'place' : 'places'}`;
    case 'rest':
      return 'what runs without a branch';
    case 'unhandled':
      return 'no code of its own';
    case 'unknown':
      return 'unknown';
  }
}

function explain(standing: Standing, key: string, flagKey: string): string {
  switch (standing) {
    case 'handled':
      return `Code that runs for “${key}”.`;
    case 'rest':
      return `“${key}” is the baseline: what runs where no branch is taken.`;
    case 'unhandled':
      return `No code was seen that runs for “${key}”: those who get it see what everybody else does.`;
    case 'unknown':
      return `A read of ${flagKey} goes where it was not followed: “${key}” may be handled there.`;
  }
}

function placesFor({ branches }: VariantUse, key: string): readonly CodePlace[] {
  return branches
    .filter(({ outcomes, isNot }) =>
      isNot
        ? !outcomes.includes(true) && !outcomes.includes(key)
        : outcomes.includes(key) || outcomes.includes(true),
    )
    .map(({ place }) => place);
}
