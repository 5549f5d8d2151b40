import { cutText } from '../../shared/cutText';
import { findProblem } from '../experiment/health';
import { findHeadline } from '../experiment/headline';
import { inertText } from '../experiment/inertText';
import { withoutTriangle } from '../experiment/outcomeText';
import { statusIcon } from '../experiment/statusIcon';
import { statusWithAge } from '../experiment/wording';
import type { KnownExperiment } from '../experiment/concern';

export interface StatusBarText {
  /** `$(beaker) checkout-cta ▲ test won +12.7%`. Inert. */
  readonly text: string;
  /** The same in words. Inert. */
  readonly spoken: string;
  /** Nobody can be counted as was planned: this deserves a colour. */
  readonly isWarning: boolean;
}

const maxKeyLength = 30;

/** What makes an experiment worthless every hour that it goes on. */
const grave = new Set(['srm', 'zero_exposures', 'flag_off_while_running', 'flag_missing']);

/** What the experiments of one file say: the first that deserves a look, else the first that runs. Nothing of drafts. */
export function fileStatusText(
  experiments: readonly KnownExperiment[],
  nowMs: number,
): StatusBarText | undefined {
  const running = experiments.filter(
    ({ experiment }) => isRunning(experiment.status) && !experiment.archived,
  );
  const shown =
    running.find((known) => findProblem(known, nowMs) !== undefined) ??
    running.find((known) => findHeadline(known, nowMs) !== undefined) ??
    running[0];
  if (!shown) return undefined;
  const { experiment } = shown;
  const problem = findProblem(shown, nowMs);
  const headline = findHeadline(shown, nowMs);
  const said = problem?.words ?? headline?.text ?? statusWithAge(experiment, nowMs);
  const more = running.length === 1 ? '' : ` +${running.length - 1}`;
  const icon = `$(${statusIcon(experiment, problem !== undefined)})`;
  return {
    text: `${icon} ${inertText(`${cutText(experiment.flagKey, maxKeyLength)} ${cutText(said, 50)}`)}${more}`,
    spoken: inertText(
      [
        `Experiment ${experiment.name}`,
        statusWithAge(experiment, nowMs),
        problem ? `warning: ${problem.words}` : withoutTriangle(headline?.spoken ?? ''),
        more && `and ${running.length - 1} more in this file`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    isWarning: running.some((known) => grave.has(findProblem(known, nowMs)?.code ?? '')),
  };
}

/** What all experiments of the project say: `$(beaker) 4 running · $(warning) 1`. */
export function projectStatusText(
  experiments: readonly KnownExperiment[],
  nowMs: number,
): StatusBarText | undefined {
  const running = experiments.filter(
    ({ experiment }) => isRunning(experiment.status) && !experiment.archived,
  );
  if (running.length === 0) return undefined;
  const problems = running.filter((known) => findProblem(known, nowMs) !== undefined).length;
  return {
    text: `$(beaker) ${running.length} running${problems === 0 ? '' : ` · $(warning) ${problems}`}`,
    spoken: `${running.length} running experiments${problems === 0 ? '' : `, ${problems} with a warning`}`,
    isWarning: false,
  };
}

function isRunning(status: KnownExperiment['experiment']['status']): boolean {
  return status === 'running' || status === 'exposure_frozen';
}
