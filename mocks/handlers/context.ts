import type { DemoSettings } from '../../src/shared/settings';
import type { Body } from '../body';
import type { JobSimulator, Task } from '../job-simulator';
import type { KeyRing } from '../key-ring';

/** A finished task's yield. */
export interface Picture {
  png: Uint8Array;
  description: string;
}

/** What the demo server's handlers share. */
export interface Context {
  settings: () => DemoSettings;
  keys: KeyRing;
  jobs: JobSimulator;
  /** Bodies are read before msw sees the request, which would clone them. */
  bodyOf(request: Request): Body;
  /** Draws once, keeps the last few. Rejects where the rasteriser fails. */
  pictureOf(task: Task): Promise<Picture>;
  /** Starts the drawing ahead of the question for it. */
  prepare(task: Task): void;
  /** Resolves when the server's memory is where it survives the program. */
  save(): Promise<void>;
}
