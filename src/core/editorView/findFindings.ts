import type { CodeOfFlags } from './codeOfFlags';
import type { Finding } from './finding';
import type { FlagProject } from './flagProject';
import { readFindings } from './readFindings';
import { shortName } from './shortName';
import { variantFindings } from './variantFindings';

/** All that is to be said of the flags in a document, in the order of the text, without what a comment silences. */
export function findFindings(code: CodeOfFlags, project: FlagProject): readonly Finding[] {
  return [...readFindings(code, project), ...variantFindings(code, project), ...timingFindings(code, project)]
    .filter((finding) => !isIgnored(finding, code))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Reads of flags that experiments are on: others may well be read when nobody is known. */
function timingFindings({ timings, isTest }: CodeOfFlags, project: FlagProject): readonly Finding[] {
  if (isTest) return [];
  return timings.flatMap(({ key, start, end, fault }): readonly Finding[] => {
    const experiment = project.find(key).shown?.experiment;
    if (!experiment || experiment.archived || experiment.status === 'stopped') return [];
    const flag = `flag "${shortName(key)}"`;
    const about = { start, end, key, meant: [], experimentId: experiment.id };
    return fault === 'beforeLoad'
      ? [
          {
            ...about,
            code: 'read-before-load',
            message: `This reads ${flag} while the module loads, before the flags are there: a first visit gets no variant. Read it in onFeatureFlags, or later.`,
          },
        ]
      : [
          {
            ...about,
            code: 'read-before-identify',
            message: `This reads ${flag} before identify: the variant may be another one once the person is known.`,
          },
        ];
  });
}

function isIgnored({ code, start }: Finding, { ignores }: CodeOfFlags): boolean {
  return ignores.some(
    ({ start: from, end: to, codes }) =>
      from <= start && start <= to && (codes.length === 0 || codes.includes(code)),
  );
}
