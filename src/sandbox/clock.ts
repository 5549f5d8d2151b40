/** The one time of a sandbox. */
export class Clock {
  private aheadMs = 0;

  /** @param stoppedMs the moment to stand still at; without it time passes as outside */
  constructor(private readonly stoppedMs?: number) {}

  now(): number {
    return (this.stoppedMs ?? Date.now()) + this.aheadMs;
  }

  /** Whatever waits for a time that is now over is done. */
  advance(byMs: number): void {
    this.aheadMs += byMs;
  }
}
