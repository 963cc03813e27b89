import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderReply, RenderTask } from '../../src/main/figures/render-protocol';
import { COMPOSITE_DEFAULTS } from '../../src/shared/composite-layout';
import { JOURNAL_DEFAULTS } from '../../src/shared/journal-layout';
import { expect, test, type App } from './app';

const root = join(__dirname, '../..');
const fixtures = join(root, 'test/fixtures/composite');

interface Case {
  id: string;
  files: string[];
  params: {
    layout?: string;
    labels?: string[];
    spacing?: number;
    label_position?: 'top' | 'bottom';
    label_font_size?: number;
  };
}

/** Has the built image worker do tasks, in a utility process of the running program. */
function askWorker(app: App, tasks: RenderTask[]): Promise<RenderReply[]> {
  const script = readdirSync(join(root, 'out/main')).find((name) => name.startsWith('render-worker'));
  const request = { script: join(root, 'out/main', script ?? ''), resources: join(root, 'resources'), tasks };
  return app.electron.evaluate(
    ({ utilityProcess }, { script: path, resources, tasks: list }) =>
      new Promise<RenderReply[]>((resolve, reject) => {
        const child = utilityProcess.fork(path, [resources]);
        const replies: RenderReply[] = [];
        child.once('exit', () => {
          reject(new Error('the image worker ended'));
        });
        child.on('message', (reply: RenderReply) => {
          replies.push(reply);
          if (replies.length === list.length) resolve(replies);
          else child.postMessage({ id: replies.length, task: list[replies.length] });
        });
        child.postMessage({ id: 0, task: list[0] });
      }),
    request,
  );
}

test('the image worker inside Electron draws the server’s own composites, and exports for print', async ({
  launch,
}, testInfo) => {
  const app = await launch();
  const { cases } = JSON.parse(readFileSync(join(fixtures, 'cases.json'), 'utf8')) as { cases: Case[] };
  const out = testInfo.outputPath('figures');
  mkdirSync(out, { recursive: true });
  const renders = cases.map(({ id, files, params }): RenderTask => ({
    kind: 'figure-render',
    figure: {
      ...{ mode: 'server', missingGlyphs: 'boxes', panels: files.map((file) => join(fixtures, file)) },
      layout: params.layout ?? COMPOSITE_DEFAULTS.layout,
      labels: params.labels ?? null,
      spacing: params.spacing ?? COMPOSITE_DEFAULTS.spacing,
      labelPosition: params.label_position ?? COMPOSITE_DEFAULTS.labelPosition,
      labelFontSize: params.label_font_size ?? COMPOSITE_DEFAULTS.labelFontSize,
    },
    out: join(out, `${id}.png`),
  }));
  const panels = ['p01-1.png', 'p17-1.jpg'].map((file) => join(fixtures, 'inputs', file));
  const pdf: RenderTask = {
    kind: 'figure-export',
    figure: { mode: 'journal', panels, ...JOURNAL_DEFAULTS },
    output: { format: 'pdf', dpi: 300, colour: 'rgb', upsample: false, altText: '' },
    out: join(out, 'figure.pdf'),
  };
  const replies = await askWorker(app, [...renders, pdf]);
  expect(replies.filter(({ ok }) => !ok)).toEqual([]);
  const compared = execFileSync(process.execPath, [join(fixtures, 'compare.mjs'), join(fixtures, 'cases.json'), out]);
  expect(compared.toString()).toContain('24/24 pass');
  expect(readFileSync(join(out, 'figure.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
});
