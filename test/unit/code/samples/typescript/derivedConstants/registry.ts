interface Region {
  readonly id: string;
  readonly label: string;
  readonly rolloutFlag?: string;
}

export const REGIONS: readonly Region[] = [
  { id: 'eu-west', label: 'europe' },
  { id: 'us-east', label: 'america', rolloutFlag: '⟦definition:rollout-us⟧' },
  { id: 'ap-south', label: 'asia', rolloutFlag: '⟦definition:rollout-ap⟧' },
];

/** By each name that a region has. */
export const ROLLOUTS: Record<string, string> = Object.fromEntries(
  REGIONS.filter((region) => region.rolloutFlag).flatMap((region) =>
    [region.id, region.label].map((name) => [name, region.rolloutFlag!]),
  ),
);

const PLANS = [
  { title: 'team-plan', flagKey: '⟦definition:plan-team⟧' },
  { title: 'solo-plan', flagKey: '⟦definition:plan-solo⟧' },
];
export const PLAN_FLAGS = PLANS.map((plan) => plan.flagKey);
