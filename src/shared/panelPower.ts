/** How much data an experiment needs, as the panel shows it. All text is untrusted. */
import type { PlanType, SampleBasis } from './sampleSize';

export interface PowerView {
  /** What is counted: `users` or `groups`. */
  readonly unit: string;
  readonly phase: 'draft' | 'running' | 'over';
  /** What is planned with: the first primary metric. */
  readonly metricName: string | undefined;
  /** Undefined where it is not known; `missing` says why. */
  readonly basis: SampleBasis | undefined;
  /** For example `control 12.01%`. */
  readonly baselineText: string | undefined;
  /** Why nothing can be computed, a sentence. */
  readonly missing: string | undefined;
  /** The smallest relative change worth finding, in percent: the plan's, else PostHog's default. */
  readonly effectPercent: number;
  readonly isEffectPlanned: boolean;
  /** Counted so far, all variants together. */
  readonly samples: number | undefined;
  /** Of the plan, all variants together. */
  readonly target: number | undefined;
  /** For example `50% of sample`; empty without a plan. */
  readonly progressText: string;
  /** For example `~9 days left`; empty where there is nothing to say. */
  readonly daysLeftText: string;
  /** Counted a day, all variants together. */
  readonly perDay: number | undefined;
  /** The relative change, in percent, that as many as were counted would show. */
  readonly detectablePercent: number | undefined;
  /** What a draft is planned with; undefined once it is launched. */
  readonly manual: ManualPlanView | undefined;
}

export interface ManualPlanView {
  readonly type: PlanType;
  /** Percent for a funnel, else in the metric's own unit. */
  readonly baseline: number;
  readonly perDay: number;
  readonly variants: number;
}
