import type { Experiment, HealthFinding } from '../model/experiment';
import { allMetrics } from './allMetrics';
import { findAttention } from './attention';
import type { Concern, ConcernTopic, KnownExperiment } from './concern';
import { findExposureConcerns } from './exposureConcerns';
import { findForcedVariants } from './forcedVariants';
import { findLongRun } from './sampleConcerns';
import { attentionCode, attentionSentence, attentionWord } from './wording';

const gravity: readonly Concern['severity'][] = ['critical', 'warning', 'info'];

/**
 * PostHog's checks of flag, metrics and exposures, the gravest first. Where the server made those of flag and metrics
 * itself its findings count; else they are made here, from what the experiment says. A deleted flag silences the
 * server's checks of flags, so that one is told here always.
 */
export function findConcerns(known: KnownExperiment, nowMs: number): readonly Concern[] {
  const { experiment, detail } = known;
  if (experiment.archived) return [];
  const attention = findAttention(experiment);
  const reported = detail?.healthFindings;
  const ofFlag =
    attention !== undefined && (reported === undefined || attention === 'flagMissing')
      ? [
          {
            code: attentionCode(attention),
            topic: 'flag' as const,
            severity: 'warning' as const,
            words: attentionWord(attention),
            sentence: attentionSentence(attention),
          },
        ]
      : [];
  return [
    ...ofFlag,
    ...(reported?.map((finding) => toConcern(finding, experiment)) ?? localConcerns(known)),
    ...findExposureConcerns(known, nowMs),
    ...findLongRun(known, nowMs),
  ].toSorted((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
}

/** The gravest thing that is wrong. While there is one, a verdict comes after it and has no colour. */
export function findProblem(known: KnownExperiment, nowMs: number): Concern | undefined {
  return findConcerns(known, nowMs).find(({ severity }) => severity !== 'info');
}

/** The server's title is a sentence: what has a few words of its own keeps them. */
function toConcern({ code, severity, title, detail }: HealthFinding, experiment: Experiment): Concern {
  const attention = findAttention(experiment);
  const isOfFlag = attention !== undefined && /^(flag_|variant_shipped)/.test(code);
  return {
    code,
    topic: topicOf(code),
    severity,
    words: isOfFlag ? attentionWord(attention) : title,
    sentence: detail ?? title,
  };
}

function topicOf(code: string): ConcernTopic {
  return /^(flag_|variant_|forced_)/.test(code) ? 'flag' : 'metrics';
}

function localConcerns({ experiment, detail }: KnownExperiment): readonly Concern[] {
  const concerns: Concern[] = [];
  const metrics = detail && allMetrics(detail);
  if (metrics?.length === 0 && experiment.startMs !== undefined) {
    concerns.push({
      code: 'no_metric',
      topic: 'metrics',
      severity: 'warning',
      words: 'no metrics',
      sentence: 'The experiment has no metric: nothing is measured.',
    });
  }
  switch (experiment.status === 'stopped' ? undefined : findForcedVariants(experiment)) {
    case 'all':
      concerns.push({
        ...forced,
        severity: 'warning',
        words: 'variants forced',
        sentence: 'Every release condition of the flag forces a variant: nobody is assigned at random.',
      });
      break;
    case 'some':
      concerns.push({
        ...forced,
        severity: 'info',
        words: 'variants forced for some',
        sentence:
          'Some release conditions of the flag force a variant: whom they match is not assigned at random.',
      });
      break;
    case undefined:
  }
  return concerns;
}

const forced = { code: 'forced_variant_release_condition', topic: 'flag' } as const;
