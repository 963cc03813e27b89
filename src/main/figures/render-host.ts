import { app, utilityProcess } from 'electron';
import type { Clock } from '../../shared/clock';
import { createRenderQueue, type RenderQueue } from './render-queue';
import type { RenderReply } from './render-protocol';
import workerPath from './render-worker?modulePath';

const SERVICE_NAME = 'Plantain images';
/** Characters of the worker's error output that are kept for the log: an uncaught error's text comes last. */
const LAST_WORDS = 600;

/** Owns the image worker's process: starts it when something is to be drawn, and again after it died. */
export function createRenderHost(clock: Clock, log: (message: string) => void, resourcesFolder: string): RenderQueue {
  // exit codes are unreliable on Electron 25 (a crash may say 0): the reason is told here, the end by `exit`
  app.on('child-process-gone', (_event, details) => {
    if (details.name === SERVICE_NAME || details.serviceName === SERVICE_NAME)
      log(`image worker gone: ${details.reason}`);
  });
  return createRenderQueue(
    (onReply, onEnd) => {
      const child = utilityProcess.fork(workerPath, [resourcesFolder], {
        serviceName: SERVICE_NAME,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let lastWords = '';
      child.stderr?.on('data', (text: Buffer) => {
        lastWords = (lastWords + text.toString()).slice(-LAST_WORDS);
      });
      child.on('message', (reply: RenderReply) => {
        onReply(reply);
      });
      child.once('exit', () => {
        if (lastWords !== '') log(`last words of the image worker: ${lastWords}`);
        onEnd();
      });
      return {
        post: (message) => {
          child.postMessage(message);
        },
        kill: () => {
          child.kill();
        },
      };
    },
    clock,
    log,
  );
}
