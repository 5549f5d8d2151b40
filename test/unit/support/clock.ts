/** A clock that stands still unless the test moves it. */
export class Clock {
  constructor(private nowMs = Date.parse('2026-03-10T12:00:00Z')) {}

  readonly now = (): number => this.nowMs;

  advance(spanMs: number): void {
    this.nowMs += spanMs;
  }
}
