import type { Clock } from '../../src/shared/clock';
import type { DemoSettings } from '../../src/shared/settings';
import type { Body } from '../body';
import type { Courier } from '../courier';
import type { Yield } from '../draw-work';
import type { JobSimulator } from '../job-simulator';
import type { KeyRing } from '../key-ring';
import type { Place } from '../place';
import type { Task } from '../task';

/** What all of the mock's servers stand on. */
export interface Ground {
  settings: () => DemoSettings;
  clock: Clock;
  /** Bodies are read before msw sees the request, which would clone them. */
  bodyOf(request: Request): Body;
  placeOf(request: Request): Place;
  /** Resolves when the server's memory is where it survives the program. */
  save(): Promise<void>;
  courier: Courier;
}

/** What PaperBanana's handlers share. */
export interface Context extends Ground {
  keys: KeyRing;
  jobs: JobSimulator;
  adminKey: string;
  /** Draws once, keeps the last few. Rejects where the rasteriser fails. */
  pictureOf(task: Task): Promise<Yield>;
  /** Starts the drawing ahead of the question for it. */
  prepare(task: Task): void;
}
