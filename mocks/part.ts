import type { HttpHandler } from 'msw';

/** One of the mock's servers: what it answers, and what it knows. */
export interface Part {
  handlers: HttpHandler[];
  dump(): unknown;
  /** Takes up a dump; one of another shape is left aside. */
  load(state: unknown): void;
  /** Back to the seeds. */
  reset(): void;
  /** The server starts anew: what it keeps in memory only is gone. */
  restart(): void;
  /** Puts what the documentation's examples ask about back where it is gone. */
  restoreExamples(): void;
}
