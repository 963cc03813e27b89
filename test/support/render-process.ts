import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFigures, type Figures } from '../../src/main/figures/figures';
import type { RenderReply } from '../../src/main/figures/render-protocol';
import { createRenderQueue, type RenderQueue } from '../../src/main/figures/render-queue';
import { systemClock } from '../../src/shared/clock';

export interface RenderProcesses {
  figures: Figures;
  queue: RenderQueue;
  /** All that were started, the last one is in use. */
  children: ChildProcess[];
}

/** Figures drawn by real processes, as the window's are. */
export function startRenderProcesses(): RenderProcesses {
  const children: ChildProcess[] = [];
  const queue = createRenderQueue(
    (onReply, onEnd) => {
      const child = fork(join(__dirname, 'render-child.ts'), [join(__dirname, '../../resources')], {
        execArgv: ['--import', 'tsx'],
        serialization: 'advanced',
      });
      children.push(child);
      child.on('message', (reply) => {
        onReply(reply as RenderReply);
      });
      child.once('exit', onEnd);
      return { post: (message) => child.send(message), kill: () => child.kill('SIGKILL') };
    },
    systemClock,
    () => undefined,
  );
  onTestFinished(() => {
    queue.close();
  });
  return { figures: createFigures(queue), queue, children };
}
