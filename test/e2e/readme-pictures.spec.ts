import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { emptyFigure, type Figure } from '../../src/shared/figure';
import { expect, test, type App } from './app';

/** `PLANTAIN_PICTURES=docs/pictures npm run test:e2e -- readme-pictures screens` takes those of the README anew. */
const PICTURES = process.env['PLANTAIN_PICTURES'] ?? join(__dirname, '../../test-results/pictures');

const JOBS: { endpoint: string; input: Record<string, unknown> }[] = [
  {
    endpoint: 'paperbanana.generate',
    input: {
      source_context: 'Segments of a long document are scored by a router; the decoder attends to the best of them.',
      caption: 'Overview of the router: score, select, attend',
      aspect_ratio: '16:9',
    },
  },
  {
    endpoint: 'paperbanana.plot',
    input: {
      data_json: { step: [0, 10, 20, 30, 40], loss: [2.9, 1.8, 1.3, 1.1, 1.0] },
      intent: 'Line plot of the loss over training steps',
      aspect_ratio: '16:9',
    },
  },
  {
    endpoint: 'paperbanana.plot',
    input: {
      data_json: { model: ['dense', 'window', 'sparse'], rouge: [48.2, 50.8, 59.2] },
      intent: 'Bar chart of ROUGE-L by model, with value labels',
      aspect_ratio: '16:9',
    },
  },
  {
    endpoint: 'paperbanana.generate',
    input: {
      source_context: 'An encoder, a sparse memory and a decoder with cross attention.',
      caption: 'Sparse memory between encoder and decoder',
      aspect_ratio: '16:9',
    },
  },
];

interface Ended {
  id: string;
  title: string;
  remoteId: string;
  assets: { sha256: string; format: string }[];
}

/** Submits the jobs and waits until all have ended well, in their order. */
async function makeJobs({ page }: App): Promise<Ended[]> {
  const ask = (operation: string, input: unknown): Promise<unknown> =>
    page.evaluate(
      async ([operation, input]) => {
        const reply = (await window.plantain.call(operation, input)) as { ok: boolean; value: unknown };
        return reply.ok ? reply.value : null;
      },
      [operation, input] as const,
    );
  const ids: string[] = [];
  for (const job of JOBS) ids.push(((await ask('job.submit', job)) as { jobId: string }).jobId);
  const look = async (id: string): Promise<Ended & { state: string }> =>
    (await ask('job.get', { id })) as Ended & { state: string };
  for (const id of ids) await expect.poll(async () => (await look(id)).state, { timeout: 60_000 }).toBe('done');
  return Promise.all(ids.map(look));
}

test('the screens of the README: a plot, a figure for a journal, the keys of a server', async ({ launch }) => {
  test.setTimeout(150_000);
  await mkdir(PICTURES, { recursive: true });
  const app = await launch({
    settings: {
      mode: 'demo',
      locale: 'en',
      theme: 'light',
      demo: { ...DEFAULT_DEMO_SETTINGS, speed: 0, behaviour: 'observed' },
    },
  });
  const { page } = app;
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
  });
  const take = async (name: string): Promise<void> => {
    await page.mouse.move(0, 0);
    // what floats for a moment does not belong to the screen
    await expect(page.locator('.mantine-Notification-root, [role="tooltip"]')).toHaveCount(0, { timeout: 30_000 });
    await page.screenshot({ path: join(PICTURES, `${name}-en-light-1280.png`) });
  };
  const go = async (name: string): Promise<void> => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    await page.locator(`html[data-ready="${name.toLowerCase()}"]`).waitFor();
  };
  const jobs = await makeJobs(app);

  await app.create.openAddress('POST /api/plot');
  await page.getByRole('button', { name: 'Fill in the example' }).click();
  await expect(page.getByRole('textbox', { name: 'What the plot shows' })).toHaveValue(/Bar chart/);
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await take('plot');

  const figure = emptyFigure('figure-of-the-readme', Date.now());
  const own: Figure = {
    ...figure,
    name: 'Figure 2, routing and its ablation',
    mode: 'journal',
    panels: jobs.map(({ title, assets }, index) => ({
      id: `p${index}`,
      name: title,
      source: { kind: 'asset', sha256: (assets.find(({ format }) => format === 'svg') ?? assets[0])?.sha256 ?? '' },
    })),
    journal: { ...figure.journal, preset: 'nature', widthMm: 183 },
  };
  await page.evaluate((kept) => window.plantain.call('figure.save', { figure: kept }), own);
  await go('Figure');
  await page.getByTestId('findings').waitFor({ timeout: 60_000 });
  await expect(page.getByTestId('figure-preview').locator('canvas')).toBeVisible({ timeout: 60_000 });
  await take('figure');

  await go('Accounts');
  await expect(page.getByText('my-app').first()).toBeVisible();
  await take('keys');
});
