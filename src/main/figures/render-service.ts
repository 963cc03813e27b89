import { AppError, assertNever } from '../../shared/app-error';
import { createFigureWorker } from './figure-worker';
import { createPdfReader } from './pdf';
import { decode, rasterize, thumbnail } from './rasterize';
import type {
  RenderKind,
  RenderMessage,
  RenderReply,
  RenderRequest,
  RenderResults,
  RenderTask,
} from './render-protocol';

/** The way back to whoever asks. */
export interface RenderPort {
  onMessage(take: (message: RenderMessage) => void): void;
  post(reply: RenderReply): void;
}

/** Does what it is asked, over any port: Electron's utility process, or a forked one under plain Node. */
export function serveRenderer(port: RenderPort, resourcesFolder: string): void {
  const reader = createPdfReader();
  const figures = createFigureWorker(resourcesFolder);
  const running = new Map<number, AbortController>();

  function perform(task: RenderTask, signal: AbortSignal): Promise<RenderResults[RenderKind]> {
    switch (task.kind) {
      case 'pdf-info':
        return reader.info(task.path);
      case 'pdf-page':
        return reader.page(task.path, task.page, task.width);
      case 'rasterize':
        return rasterize(task.svg, task.width);
      case 'thumbnail':
        return thumbnail(task.path, task.width);
      case 'decode':
        return decode(task.path);
      case 'warm-up':
        // its first picture costs several times what the others do
        return rasterize('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', 8).then(() => null);
      case 'figure-preview':
        return figures.preview(task, signal);
      case 'figure-inspect':
        return figures.inspect(task);
      case 'figure-render':
        return figures.render(task, signal);
      case 'figure-export':
        return figures.export(task, signal);
      default:
        return assertNever(task);
    }
  }

  async function answer({ id, task }: RenderRequest): Promise<RenderReply> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      return { id, ok: true, value: await perform(task, controller.signal) };
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      if (controller.signal.aborted) return { id, ok: false, code: 'canceled', detail };
      if (!(error instanceof AppError)) return { id, ok: false, code: 'worker_failed', detail };
      const { code, params, issues } = error.data;
      return { id, ok: false, code, detail, ...(params && { params }), ...(issues && { issues }) };
    } finally {
      running.delete(id);
    }
  }

  port.onMessage((message) => {
    if ('cancel' in message) running.get(message.cancel)?.abort();
    else
      void answer(message).then((reply) => {
        port.post(reply);
      });
  });
}
