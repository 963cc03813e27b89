import { serveRenderer } from '../../src/main/figures/render-service';

/** The image worker under plain Node: the same service over another port. */
serveRenderer(
  {
    onMessage: (take) => void process.on('message', take),
    post: (reply) => void process.send?.(reply),
  },
  process.argv.at(-1) ?? '',
);
