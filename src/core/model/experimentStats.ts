/** How busy a project is with experiments; archived and deleted ones are not counted. */
export interface ExperimentStats {
  readonly launchedLast30Days: number;
  readonly launchedPrevious30Days: number;
  readonly percentChange: number;
  /** Started and not ended, paused ones included. */
  readonly active: number;
  readonly completedLast30Days: number;
}
