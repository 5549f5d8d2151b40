import { cutText } from '../../shared/cutText';
import type { Experiment } from '../model/experiment';
import type { KnownExperiment } from './concern';
import { findProblem } from './health';
import { findHeadline } from './headline';
import { maxLength, withoutTriangle } from './outcomeText';
import { conclusionWord, statusWithAge, variantSplit } from './wording';

export interface RowText {
  /** Beside the name, at most 60 characters, what matters most first: `▲ test won +12.7% · Running 21 d`. */
  readonly description: string;
  /** All of it in words, the status first: `Running 21 d, test won +12.7% against control`. */
  readonly spoken: string;
}

/** What a row says of an experiment: what is wrong, the verdict, the status. The group it stands in says the status too. */
export function rowText(known: KnownExperiment, nowMs: number): RowText {
  const { experiment } = known;
  const status = statusWithAge(experiment, nowMs);
  const problem = findProblem(known, nowMs);
  const said = findHeadline(known, nowMs);
  // That nobody is counted is what the warning is about already.
  const headline = problem && !said?.hasChange ? undefined : said;
  const verdict = problem ? headline && withoutTriangle(headline.text) : headline?.text;
  const conclusion = isOver(experiment) ? experiment.conclusion && conclusionWord(experiment.conclusion) : '';
  const detail = rowDetail(experiment);
  return {
    description: fitParts(
      [problem?.words, verdict, headline?.more, conclusion, status, problem ? '' : detail],
      maxLength,
    ),
    spoken: [
      status,
      problem && `warning: ${problem.words}`,
      headline?.spoken,
      headline?.more.replaceAll('+', 'and '),
      conclusion,
      problem ? '' : detail,
    ]
      .filter(Boolean)
      .join(', '),
  };
}

/** Parts joined by dots: the first is cut to fit, each later one is there whole or not at all. */
export function fitParts(parts: readonly (string | undefined)[], length: number): string {
  const [first = '', ...rest] = parts.filter((part) => part !== undefined && part !== '');
  return rest.reduce<string>(
    (text, part) => {
      const longer = `${text} · ${part}`;
      return longer.length <= length ? longer : text;
    },
    cutText(first, length),
  );
}

function isOver({ status, archived }: Experiment): boolean {
  return archived || status === 'stopped';
}

function rowDetail(experiment: Experiment): string {
  if (isOver(experiment)) return experiment.conclusion === undefined ? conclusionWord(undefined) : '';
  if (experiment.status === 'paused') return 'flag off';
  if (experiment.status === 'draft') return variantSplit(experiment);
  return experiment.isLegacy ? 'legacy metrics' : '';
}
