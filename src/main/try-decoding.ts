import { AppError } from '../shared/app-error';
import type { TryDecoding } from './assets/store';
import type { RenderQueue } from './figures/render-queue';

/** ms: a result is not held back for a painter that is busy with something else. */
const PATIENCE = 20_000;

/** Has the image process read a file to its end. Undefined where it does not come to a verdict. */
export async function tryDecoding(
  render: Pick<RenderQueue, 'run'>,
  ...[path, format]: Parameters<TryDecoding>
): Promise<boolean | undefined> {
  if (format === 'svg' || format === 'json') return undefined;
  const task = format === 'pdf' ? ({ kind: 'pdf-info', path } as const) : ({ kind: 'decode', path } as const);
  try {
    await render.run(task, { signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch (error) {
    const damaged = error instanceof AppError && (error.code === 'image_damaged' || error.code === 'pdf_damaged');
    return damaged ? false : undefined;
  }
}
