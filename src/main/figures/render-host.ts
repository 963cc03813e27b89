import { app, utilityProcess } from 'electron';
import type { Clock } from '../../shared/clock';
import { createRenderQueue, type RenderQueue } from './render-queue';
import type { RenderReply } from './render-protocol';
import workerPath from './render-worker?modulePath';

const SERVICE_NAME = 'Plantain images';

/** Owns the image worker's process: starts it when something is to be drawn, and again after it died. */
export function createRenderHost(clock: Clock, log: (message: string) => void): RenderQueue {
  // exit codes are unreliable on Electron 25 (a crash may say 0): the reason is told here, the end by `exit`
  app.on('child-process-gone', (_event, details) => {
    if (details.name === SERVICE_NAME || details.serviceName === SERVICE_NAME)
      log(`image worker gone: ${details.reason}`);
  });
  return createRenderQueue((onReply, onEnd) => {
    const child = utilityProcess.fork(workerPath, [], { serviceName: SERVICE_NAME, stdio: 'ignore' });
    child.on('message', (reply: RenderReply) => {
      onReply(reply);
    });
    child.once('exit', onEnd);
    return {
      post: (request) => {
        child.postMessage(request);
      },
      kill: () => {
        child.kill();
      },
    };
  }, clock);
}
