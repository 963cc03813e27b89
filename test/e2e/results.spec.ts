import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireEndpoint } from '../../src/shared/endpoints';
import { CATALOGUES } from '../../src/shared/i18n/catalogue';
import { endpointKey } from '../../src/shared/i18n/locale';
import { expect, oneWindow, test, type App } from './app';

const words = CATALOGUES.en;
/** For tests that ask for something of their own each. */
const shown = oneWindow();

async function openForm(app: App, id: string): Promise<void> {
  const { page } = app;
  const title = words.endpoints[endpointKey(id) as keyof typeof words.endpoints].title;
  const { method, path } = requireEndpoint(id);
  await app.create.openAddress(`${method} ${path.replace('https://', '')}`);
  await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
  const fields = requireEndpoint(id).input.shape;
  if (Object.keys(fields).length > 0) await page.getByRole('button', { name: words.create.example }).click();
}

async function ask(app: App, id: string): Promise<ReturnType<App['page']['getByTestId']>> {
  await openForm(app, id);
  await app.page.keyboard.press('Control+Enter');
  const answer = app.page.getByTestId('answer');
  await expect(answer).toBeVisible({ timeout: 20_000 });
  return answer;
}

/** What is seen first of each answer to the documented example. */
const ANSWERS: [string, RegExp][] = [
  ['paperbanana.health', /The server answers/],
  ['paperbanana.task', /Follow in the queue/],
  ['paperbanana.taskImage', /PNG|JPEG/],
  ['paperbanana.listKeys', /\d+ keys?/],
  ['paperbanana.createKey', /shown this once/],
  ['paperbanana.getKey', /What it was used for/],
  ['bananahub.job', /Job/],
  ['bananadev.check', /Outputs/],
  ['bananadev.listModels', /Run this model/],
  ['bananadev.getModel', /Configuration/],
  ['bananadev.usage', /Compute time/],
  ['bananadev.account', /Plan/],
  ['bananadev.deploy', /Deployment/],
  ['bananadev.openapi', /No differences/],
  ['bananadev.definition', /No differences/],
];

test('every plain answer has its view, its JSON and the request behind it', async ({ launch }) => {
  test.setTimeout(180_000);
  const app = await launch();
  for (const [id, seen] of ANSWERS) {
    const answer = await ask(app, id);
    await expect(answer.getByText(seen).first(), id).toBeVisible();
    await expect(answer.getByText(words.results.otherShape), id).toHaveCount(0);
    await expect(answer.getByText(/\d (B|kB|MB)/).first(), `${id}: size`).toBeVisible();
    if (id === 'paperbanana.taskImage') continue;
    await answer.getByText(words.results.json, { exact: true }).click();
    await expect(answer.getByRole('tree')).toBeVisible();
  }
});

test('an answer stays and says so when the form is changed', async () => {
  const app = shown();
  const answer = await ask(app, 'bananadev.getModel');
  await expect(answer.getByText(words.results.last)).toHaveCount(0);
  await app.page.getByRole('textbox', { name: words.fields.model_key.label }).fill('another');
  await expect(answer.getByText(words.results.last)).toBeVisible();
  await expect(answer.getByText('Configuration')).toBeVisible();
});

test('a model leads to its details and to the form that runs it', async () => {
  const app = shown();
  const models = await ask(app, 'bananadev.listModels');
  await models
    .getByRole('button', { name: /^Details of/ })
    .first()
    .click();
  const detail = app.page.getByTestId('answer');
  await expect(detail.getByText('Configuration')).toBeVisible();
  await detail.getByRole('button', { name: words.results.models.run }).click();
  const key = app.page.getByRole('textbox', { name: words.fields.modelKey.label });
  await expect(key).not.toHaveValue('');
});

test('a key is masked, shown for a while on demand, and never in the JSON', async () => {
  const app = shown();
  const answer = await ask(app, 'paperbanana.createKey');
  const key = answer.getByTestId('key');
  await expect(key).toHaveText(/••••/);
  await answer.getByRole('button', { name: /^Show the key/ }).click();
  await expect(key).toHaveText(/^pb_[A-Za-z0-9]{8,}/);
  const secret = await key.innerText();
  await answer.getByRole('button', { name: words.keys.hide }).click();
  await expect(key).toHaveText(/••••/);
  await answer.getByText(words.results.json, { exact: true }).click();
  await expect(answer.getByRole('treeitem').first()).toBeVisible();
  expect(await answer.innerText()).not.toContain(secret);
});

test('a task that was asked about can be followed, once', async () => {
  const app = shown();
  const answer = await ask(app, 'paperbanana.task');
  await answer.getByRole('button', { name: words.results.task.follow }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'queue');
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 30_000 });
});

test('a plot shows all its formats and keeps them in the library', async ({ launch }) => {
  const app = await launch();
  await openForm(app, 'paperbanana.plot');
  const drawn = app.page.getByTestId('data-chart').getByRole('img', { name: 'Bar chart: accuracy' });
  await expect(drawn).toBeVisible();
  await app.page.keyboard.press('Control+Enter');
  const formats = app.page.getByTestId('plot-formats');
  await expect(formats.getByTestId('result-picture')).toHaveCount(3, { timeout: 40_000 });
  for (const picture of await formats.getByTestId('result-picture').all())
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBeGreaterThan(100);
  await app.page.getByRole('button', { name: words.library.openInLibrary }).click();
  await app.page.getByRole('button', { name: words.results.plot.all }).click();
  await expect(app.page.getByTestId('plot-formats').getByTestId('result-picture')).toHaveCount(3);
});

test('a polished prompt is compared with the original and goes into a diagram', async () => {
  const app = shown();
  await openForm(app, 'paperbanana.optimizePrompt');
  await app.page.keyboard.press('Control+Enter');
  const polished = app.page.getByTestId('polished');
  await expect(polished).toBeVisible({ timeout: 40_000 });
  await expect(polished.locator('ins').first()).toBeVisible();
  await polished.getByRole('button', { name: words.results.prompt.forDiagram }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'create');
  await expect(app.page.getByRole('textbox', { name: words.fields.source_context.label })).toHaveValue(
    /Our model uses a 6-layer/,
  );
});

test('outputs of a run are a tree that is searched by keyboard, with pictures above', async () => {
  const app = shown();
  await openForm(app, 'bananadev.start');
  await app.page.keyboard.press('Control+Enter');
  const outputs = app.page.getByTestId('outputs');
  await expect(outputs.getByRole('tree')).toBeVisible({ timeout: 40_000 });
  await outputs.getByRole('tree').focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(outputs.getByRole('treeitem', { selected: true })).toHaveCount(1);
});

test('an answer has a place of its own: the form stays where it was, at both sizes', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  for (const [width, height] of [
    [1280, 800],
    [900, 640],
  ] as const) {
    await app.electron.evaluate(
      ({ BrowserWindow }, [w, h]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(w, h);
      },
      [width, height] as const,
    );
    await expect.poll(() => page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([width, height]);
    if (width === 1280) await openForm(app, 'bananadev.deploy');
    const first = page.getByRole('textbox', { name: words.fields.modelKey.label });
    const before = await first.boundingBox();
    if (width === 1280) {
      await page.keyboard.press('Control+Enter');
      await expect(
        page
          .getByTestId('answer')
          .getByText(/deploy_/)
          .first(),
      ).toBeVisible();
    }
    const answer = page.getByTestId('answer');
    await expect(answer.getByText(/deploy_/).first()).toBeInViewport({ ratio: 1 });
    await expect(first).toBeInViewport({ ratio: 1 });
    expect((await first.boundingBox())?.y).toBe(before?.y);
  }
  // folded away, it gives its room back and keeps what it holds
  const answer = page.getByTestId('answer');
  await answer.getByRole('button', { name: words.create.foldAnswer }).click();
  await expect(answer.getByText(/deploy_/).first()).toBeHidden();
  await answer.getByRole('button', { name: words.create.unfoldAnswer }).click();
  await expect(answer.getByText(/deploy_/).first()).toBeVisible();
});

test('the field that is being filled stays in view when the answer takes its place', async ({ launch }) => {
  const app = await launch();
  await openForm(app, 'bananadev.deploy');
  const last = app.page.getByLabel('Value 3', { exact: true });
  await last.focus();
  await app.page.keyboard.press('Control+Enter');
  await expect(
    app.page
      .getByTestId('answer')
      .getByText(/deploy_/)
      .first(),
  ).toBeVisible();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await expect(last).toBeFocused();
});

test('a plot is saved by a button with words, and where it went is said', async ({ launch }) => {
  const app = await launch();
  await openForm(app, 'paperbanana.plot');
  await app.page.keyboard.press('Control+Enter');
  const formats = app.page.getByTestId('plot-formats');
  await expect(formats.getByTestId('result-picture')).toHaveCount(3, { timeout: 40_000 });
  const target = join(app.userData, 'accuracy.svg');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await formats.getByRole('button', { name: 'Save SVG as…' }).click();
  const toast = app.page.getByRole('status').filter({ hasText: 'Saved as accuracy.svg' });
  await expect(toast).toContainText(`In ${app.userData}`);
  expect(await readFile(target, 'utf8')).toContain('<svg');
});
