import { ENDPOINTS, requireEndpoint } from '../../src/shared/endpoints';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { FORM_CASES, type FormCase } from '../support/form-cases';
import { expect, oneWindow, test, type App } from './app';
import { expectNoFindings } from './axe';
import { FormPage } from './pages/form-page';

const FORM = 'section[aria-labelledby="composer-title"]';
const shown = oneWindow({
  settings: { mode: 'demo', locale: 'en', theme: 'light', demo: { ...DEFAULT_DEMO_SETTINGS, speed: 0 } },
});
/** Endpoints whose job is done in this window already. */
const done = new Set<string>();

function caseOf({ id }: Endpoint): FormCase {
  const found = FORM_CASES[id];
  if (!found) throw new Error(`${id} has no row in form-cases.ts`);
  return found;
}

/** The picture is there, and is one. */
async function expectPicture(app: App): Promise<void> {
  const picture = app.page.getByTestId('result-picture').first();
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(100);
}

async function expectResult(app: App, { view }: Endpoint): Promise<void> {
  const { page } = app;
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 40_000 });
  switch (view) {
    case 'picture':
      return expectPicture(app);
    case 'plot':
      await expect(page.getByTestId('plot-formats').getByTestId('result-picture')).toHaveCount(3);
      return expectPicture(app);
    case 'prompt':
      return expect(page.getByTestId('polished').locator('ins').first()).toBeVisible();
    default:
      return expect(page.getByTestId('outputs').getByRole('tree')).toBeVisible();
  }
}

async function fillAndSend(app: App, endpoint: Endpoint): Promise<FormPage> {
  const { values, confirm } = caseOf(endpoint);
  const form = new FormPage(app.page, app.electron, endpoint);
  await form.openFromList();
  await form.fill(values);
  await app.page.mouse.move(0, 0);
  await expectNoFindings(app.page, `form of ${endpoint.id}`, FORM);
  await form.send.click();
  if (confirm !== undefined) {
    const question = app.page.getByRole('dialog', { name: `Delete the key “${confirm}”?` });
    await question.getByRole('textbox').fill(confirm);
    await question.getByRole('button', { name: 'Delete key' }).click();
  }
  return form;
}

async function sendJob(app: App, endpoint: Endpoint): Promise<void> {
  await fillAndSend(app, endpoint);
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'queue');
  await expectResult(app, endpoint);
  done.add(endpoint.id);
}

for (const endpoint of ENDPOINTS)
  test(`${endpoint.id}: the form is filled by name, sent, and its result seen`, async () => {
    const app = shown();
    const { needs = [], seen } = caseOf(endpoint);
    for (const needed of needs) if (!done.has(needed)) await sendJob(app, requireEndpoint(needed));
    if (endpoint.job) {
      if (!done.has(endpoint.id)) await sendJob(app, endpoint);
      await expectNoFindings(app.page, `result of ${endpoint.id}`);
    } else {
      const { answer } = await fillAndSend(app, endpoint);
      await expect(answer.getByText(seen ?? /^$/).first()).toBeVisible();
      await expect(answer.getByText('The answer has another shape')).toHaveCount(0);
      await expectNoFindings(app.page, `answer of ${endpoint.id}`, FORM);
    }
  });
