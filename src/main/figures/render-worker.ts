import type { RenderMessage } from './render-protocol';
import { serveRenderer } from './render-service';

/** The image worker: a process of its own, so that a picture or PDF that crashes a decoder takes nothing along. */
serveRenderer(
  {
    onMessage(take) {
      process.parentPort.on('message', ({ data }: { data: RenderMessage }) => {
        take(data);
      });
    },
    post(reply) {
      process.parentPort.postMessage(reply);
    },
  },
  process.argv.at(-1) ?? '',
);
