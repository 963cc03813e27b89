import { AppError, assertNever } from '../../shared/app-error';
import { createPdfReader } from './pdf';
import { rasterize, thumbnail } from './rasterize';
import type {
  RenderFailure,
  RenderKind,
  RenderReply,
  RenderRequest,
  RenderResults,
  RenderTask,
} from './render-protocol';

/** The image worker: a process of its own, so that a picture or PDF that crashes a decoder takes nothing along. */
const reader = createPdfReader();

function perform(task: RenderTask): Promise<RenderResults[RenderKind]> {
  switch (task.kind) {
    case 'pdf-info':
      return reader.info(task.path);
    case 'pdf-page':
      return reader.page(task.path, task.page, task.width);
    case 'rasterize':
      return rasterize(task.svg, task.width);
    case 'thumbnail':
      return thumbnail(task.path, task.width);
    case 'warm-up':
      // its first picture costs several times what the others do
      return rasterize('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>', 8).then(() => null);
    default:
      return assertNever(task);
  }
}

function failureOf(error: unknown): RenderFailure {
  const code = error instanceof AppError ? error.code : undefined;
  return code === 'pdf_encrypted' || code === 'pdf_damaged' || code === 'file_missing' ? code : 'worker_failed';
}

async function answer({ id, task }: RenderRequest): Promise<RenderReply> {
  try {
    return { id, ok: true, value: await perform(task) };
  } catch (error) {
    return { id, ok: false, code: failureOf(error), detail: error instanceof Error ? error.message : String(error) };
  }
}

process.parentPort.on('message', ({ data }: { data: RenderRequest }) => {
  void answer(data).then((reply) => {
    process.parentPort.postMessage(reply);
  });
});
