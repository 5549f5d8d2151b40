import { formatCount, formatDuration } from '../../shared/format';
import type { ExposureCheckView } from '../../shared/panelExposures';
import type { KnownExperiment } from './concern';
import { mayHideTesters } from './testFilter';

const dayMs = 24 * 3_600_000;

/**
 * What can keep everybody from being counted, and whether it does.
 * @param customEvent the event that the criteria name in the place of the default one
 * @param codeReferences places in the workspace that name the flag; undefined where it was not searched
 */
export function exposureChecks(
  { experiment, detail }: KnownExperiment,
  customEvent: string | undefined,
  codeReferences: number | undefined,
  nowMs: number,
): readonly ExposureCheckView[] {
  const { flag, startMs } = experiment;
  const ageMs = nowMs - (startMs ?? nowMs);
  const checks: ExposureCheckView[] = [
    {
      state: ageMs < dayMs ? 'ok' : 'unknown',
      text: `Launched ${formatDuration(ageMs)} ago${ageMs < dayMs ? ': the first day may be quiet' : ''}.`,
    },
    flag && !flag.deleted
      ? { state: flag.active ? 'ok' : 'wrong', text: flag.active ? 'The flag is on.' : 'The flag is off.' }
      : { state: 'wrong', text: 'The flag is gone.' },
  ];
  if (flag && !flag.deleted) {
    checks.push({
      state: flag.servesSomeone ? 'ok' : 'wrong',
      text: flag.servesSomeone
        ? 'A release condition lets people in.'
        : 'Every release condition is at 0%: nobody is let in.',
    });
  }
  if (detail) {
    checks.push(
      customEvent === undefined
        ? { state: 'ok', text: `The exposure event is the default one, ${detail.resolvedExposureEvent}.` }
        : { state: 'unknown', text: `The exposure event is ${customEvent}: does the code send it?` },
    );
    if (mayHideTesters(0, detail.exposureCriteria)) {
      checks.push({
        state: 'unknown',
        text: 'Internal and test users are filtered out: if only they came by, nobody counts.',
      });
    }
  }
  return [...checks, codeCheck(codeReferences)];
}

function codeCheck(references: number | undefined): ExposureCheckView {
  switch (references) {
    case undefined:
      return {
        state: 'unknown',
        text: 'Is the flag asked for in code that runs, with the key as it is written here?',
      };
    case 0:
      return {
        state: 'unknown',
        text: 'No code in this workspace asks for the flag: it may be in another repository, or missing.',
      };
    default: {
      const places = `${formatCount(references)} ${references === 1 ? 'place' : 'places'}`;
      return {
        state: 'unknown',
        text: `${places} in this workspace ask for the flag: is one reached when it runs?`,
      };
    }
  }
}
