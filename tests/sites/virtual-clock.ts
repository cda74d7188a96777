import type { Clock } from '../../sites/pace.ts';

/** Time that passes only when it is waited for: page and reader share it, so a run is the same on any machine. */
export class VirtualClock implements Clock {
  private time = 0;
  private timers: Array<{ at: number; run: () => void }> = [];

  readonly now = (): number => this.time;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Lets time pass for work that takes some. */
  spend(ms: number): void {
    this.time += ms;
  }

  /** Runs what is due now. */
  due(): void {
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter((timer) => !due.includes(timer));
    for (const { run } of due) run();
  }

  readonly wait = async (ms: number): Promise<void> => {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.run();
      // Mutation observers speak between two tasks of the page.
      await Promise.resolve();
    }
    this.time = Math.max(this.time, end);
    await Promise.resolve();
  };
}
