import { autoLabel } from '../compose';
import type { JobSimulator } from '../job-simulator';
import { LongText } from '../long-text';
import type { Panel, Work } from '../work';
import { findJsonError } from '../../src/shared/json-error';
import { refuse } from './answers';
import { refusePdf } from './pdf-upload';

export type Body = Record<string, unknown>;
/** Turns a validated body into work, or refuses it as the server's own code does. */
export type MakeWork = (body: Body, asked: { jobs: JobSimulator; owner: string }) => Promise<Work | Response>;

/** As much of a source text as a picture's words are taken from. */
const SOURCE_LENGTH = 6000;

const text = (value: unknown): string =>
  value instanceof LongText ? value.toString() : typeof value === 'string' ? value : '';
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

function drawing(body: Body, rest: { pages: string | null; fromPdf: boolean }): Work {
  return {
    kind: 'diagram',
    caption: text(body['caption']),
    source: text(body['source_context']).slice(0, SOURCE_LENGTH),
    ...rest,
    aspectRatio: textOrNull(body['aspect_ratio']),
    resolution: textOrNull(body['image_resolution']),
  };
}

export const fromText: MakeWork = async (body) => drawing(body, { pages: null, fromPdf: false });

export const fromPdf: MakeWork = async (body) =>
  (await refusePdf(body)) ?? drawing(body, { pages: textOrNull(body['pages']), fromPdf: true });

/** Where a character stands, the way Python's json module tells it. */
function position(json: string, offset: number): string {
  const before = json.slice(0, offset).split('\n');
  return `line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1} (char ${offset})`;
}

export const plotting: MakeWork = async (body) => {
  const data = text(body['data_json']);
  const error = findJsonError(data);
  if (error) return refuse(422, `Invalid JSON in data_json: ${error.message}: ${position(data, error.offset)}`);
  try {
    JSON.parse(data);
  } catch {
    // what Python takes and nobody else: NaN and Infinity
    return refuse(422, 'data_json must contain finite numbers');
  }
  const formats = texts(body['output_formats']);
  return {
    kind: 'plot',
    data,
    intent: text(body['intent']),
    aspectRatio: textOrNull(body['aspect_ratio']),
    formats: [...new Set(['png', ...formats])],
  };
};

export const polishing: MakeWork = async (body) => ({
  kind: 'prompt',
  description: text(body['description']),
  source: text(body['source_context']).slice(0, SOURCE_LENGTH),
  caption: text(body['caption']),
  target: text(body['diagram_type']) || 'methodology',
  guidelines: text(body['guidelines']),
});

/** The sources in their order, or why one cannot be a panel. Somebody else's task is as good as none. */
function panelsOf(ids: readonly string[], { jobs, owner }: { jobs: JobSimulator; owner: string }): Panel[] | Response {
  const panels: Panel[] = [];
  for (const id of ids) {
    const found = jobs.find(id);
    if (!found || found.task.owner !== owner) return refuse(404, `Task not found: ${id}`);
    if (found.status !== 'completed') return refuse(422, `Task ${id} is not completed (status: ${found.status})`);
    const { work } = found.task;
    if (work.kind === 'prompt') return refuse(422, `Task ${id} has no image available`);
    panels.push({ id, work });
  }
  return panels;
}

function gridOf(layout: string, panels: number): { rows: number; columns: number } | Response {
  if (/^auto$/i.test(layout)) {
    const columns = panels <= 3 ? panels : Math.ceil(Math.sqrt(panels));
    return { rows: Math.ceil(panels / columns), columns };
  }
  const parts = /^(\d+)x(\d+)$/i.exec(layout);
  if (!parts) return refuse(422, `Invalid layout '${layout}'. Expected 'RxC' such as 1x3, or 'auto'`);
  const [rows, columns] = [Number(parts[1]), Number(parts[2])];
  if (rows < 1 || columns < 1) return refuse(422, `Invalid layout '${layout}': rows and columns must be at least 1`);
  if (rows * columns < panels) return refuse(422, `Layout ${layout} has ${rows * columns} cells for ${panels} panels`);
  return { rows, columns };
}

const numberOr = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual);

/** In the server's order: how many, whose, how far; then the layout, then the labels. */
export const composing: MakeWork = async (body, asked) => {
  const ids = texts(body['source_task_ids']);
  if (ids.length < 2) return refuse(422, 'source_task_ids must contain at least two task IDs');
  const panels = panelsOf(ids, asked);
  if (panels instanceof Response) return panels;
  const grid = gridOf(text(body['layout']).trim() || 'auto', ids.length);
  if (grid instanceof Response) return grid;
  const labels = body['labels'] === undefined ? ids.map((_, index) => autoLabel(index)) : texts(body['labels']);
  if (labels.length !== ids.length)
    return refuse(422, `labels has ${labels.length} entries for ${ids.length} source tasks`);
  return {
    kind: 'composite',
    panels,
    ...grid,
    labels,
    spacing: numberOr(body['spacing'], 20),
    fontSize: numberOr(body['label_font_size'], 32),
    labelPosition: body['label_position'] === 'top' ? 'top' : 'bottom',
  };
};
