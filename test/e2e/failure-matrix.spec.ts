import { ERROR_CODES, type ErrorCode } from '../../src/shared/app-error';
import { ENDPOINTS, requireEndpoint } from '../../src/shared/endpoints';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { describeFields } from '../../src/shared/fields';
import { CATALOGUES } from '../../src/shared/i18n/catalogue';
import { DEFAULT_DEMO_SETTINGS, type FailureRule } from '../../src/shared/settings';
import { FORM_CASES } from '../support/form-cases';
import { expect, oneWindow, test, type App } from './app';
import { FormPage } from './pages/form-page';

const words = CATALOGUES.en;
const demo = { ...DEFAULT_DEMO_SETTINGS, speed: 0 as const };
const shown = oneWindow({ settings: { mode: 'demo', locale: 'en', theme: 'light', demo } });

type Failure = Omit<FailureRule, 'endpoint' | 'oneIn'>;

/** What goes wrong, and which of the closed set of errors it may be told as. */
const FAILURES: [name: string, failure: Failure, told: ErrorCode[]][] = [
  ['401', { kind: 'status', status: 401 }, ['unauthorized']],
  ['402', { kind: 'status', status: 402 }, ['out_of_funds']],
  ['403', { kind: 'status', status: 403 }, ['quota_exhausted', 'forbidden_by_server']],
  ['404', { kind: 'status', status: 404 }, ['not_found']],
  ['422 in words', { kind: 'status', status: 422, shape: 'text' }, ['refused']],
  ['422 as a list', { kind: 'status', status: 422, shape: 'list' }, ['invalid_fields', 'refused']],
  ['429', { kind: 'status', status: 429 }, ['rate_limited']],
  ['500', { kind: 'status', status: 500 }, ['server_error', 'uncertain']],
  ['502', { kind: 'status', status: 502 }, ['server_error', 'uncertain']],
  ['503', { kind: 'status', status: 503 }, ['server_error']],
  ['a page of HTML', { kind: 'html' }, ['gateway_page', 'uncertain']],
  ['a line cut before the request', { kind: 'cut_before' }, ['uncertain', 'connection_lost']],
  ['a line cut after the request', { kind: 'cut_after' }, ['uncertain', 'connection_lost']],
  ['half an answer', { kind: 'malformed' }, ['uncertain', 'bad_answer']],
];

/** A form that makes a job and one that only asks, of every provider. */
const FORMS = [
  'paperbanana.generate',
  'paperbanana.createKey',
  'bananahub.textToImage',
  'bananahub.job',
  'bananadev.start',
  'bananadev.usage',
];

async function goWrong(app: App, endpoint: string, failure: Failure): Promise<void> {
  const rules: FailureRule[] = [{ endpoint, oneIn: 1, ...failure }];
  const reply = await app.page.evaluate(
    (settings) => window.plantain.call('settings.patch', { demo: settings }, undefined),
    { ...demo, rules },
  );
  expect(reply).toMatchObject({ ok: true });
}

/** Everything that stands in the form's controls, by eye and by value. */
const typed = (form: FormPage): Promise<unknown> =>
  form.form.evaluate((section) =>
    [...section.querySelectorAll<HTMLElement>('input, textarea, .cm-content, [data-testid="pdf-name"]')]
      .filter((element) => !element.closest('[role="alert"]') && !element.closest('[data-testid="answer"]'))
      .map((element) => {
        if (!(element instanceof HTMLInputElement))
          return element instanceof HTMLTextAreaElement ? element.value : element.innerText;
        return element.type === 'checkbox' || element.type === 'radio' ? element.checked : element.value;
      }),
  );

/** The message says what happened and what to do, in the catalogue's words, and shows no page of HTML. */
async function expectTold(app: App, endpoint: Endpoint, [failure, , told]: (typeof FAILURES)[number]): Promise<void> {
  const name = `${endpoint.id}, ${failure}`;
  const alert = app.page.getByRole('main').getByRole('alert').first();
  // what is safe to send again needs nobody: its job says when
  const again = app.page.locator('[data-job-body]').getByText('with the same key').first();
  // half an answer may hold the id: then nothing is wrong with the job
  const taken = app.page.getByTestId('job-state').filter({ hasText: words.jobs.state.done });
  const fine = failure === 'half an answer' ? alert.or(again).or(taken) : alert.or(again);
  await expect(fine.first(), name).toBeVisible({ timeout: 20_000 });
  if (failure === 'half an answer' && (await taken.count()) > 0) return;
  if (endpoint.idempotencyHeader && told.includes('uncertain') && (await again.count()) > 0) return;
  const text = await alert.innerText();
  expect(text, name).not.toMatch(/<!DOCTYPE|<html|<h1/i);
  if (/The server refused \d+ field/.test(text)) {
    expect(told, name).toContain('invalid_fields');
    expect(text, name).toContain(words.create.noUnitSpent);
    await expect(app.page.getByRole('main').locator('[aria-invalid="true"]').first(), name).toBeVisible();
    return;
  }
  const code = ERROR_CODES.find((one) => text.startsWith(words.errors[one].title));
  expect(told, `${name}: ${text.split('\n')[0] ?? ''}`).toContain(code);
  if (!code) return;
  expect(text, name).toContain(words.errors[code].happened.split('{{')[0]?.trim() ?? '');
  expect(text, name).toContain(words.errors[code].next);
}

async function filled(app: App, endpoint: Endpoint): Promise<FormPage> {
  const form = new FormPage(app.page, app.electron, endpoint);
  await form.openFromList();
  const values = FORM_CASES[endpoint.id]?.values ?? {};
  // panels of earlier figures are picked elsewhere; here ids of other computers do
  const { source_task_ids: panels, ...others } = values;
  if (panels) {
    await form.form.getByRole('textbox', { name: words.forms.taskId }).fill('task_a task_b');
    await form.form.getByRole('button', { name: words.forms.addById, exact: true }).click();
  }
  await form.fill(others);
  return form;
}

async function sendAndConfirm(app: App, form: FormPage): Promise<void> {
  await form.send.click();
  const name = FORM_CASES[form.endpoint.id]?.confirm;
  if (name === undefined) return;
  const question = app.page.getByRole('dialog', { name: `Delete the key “${name}”?` });
  await question.getByRole('textbox').fill(name);
  await question.getByRole('button', { name: words.create.deleteYes }).click();
}

async function expectFailureTold(app: App, form: FormPage, failure: (typeof FAILURES)[number]): Promise<void> {
  const [name, rule] = failure;
  await goWrong(app, form.endpoint.id, rule);
  const hasMore = describeFields(form.endpoint.input).some(({ more }) => more);
  if (hasMore) await form.openMore();
  const before = await typed(form);
  await sendAndConfirm(app, form);
  await expectTold(app, form.endpoint, failure);
  // a request that may have been accepted is looked at in the queue
  if ((await form.form.count()) === 0) await form.openFromList();
  if (hasMore) await form.openMore();
  expect(await typed(form), `${form.endpoint.id}, ${name}: what was typed`).toEqual(before);
  const close = form.form.getByRole('button', { name: words.common.close, exact: true });
  if ((await close.count()) > 0) await close.first().click();
}

for (const id of FORMS)
  test(`${id} tells every failure in words and loses nothing typed`, async () => {
    test.setTimeout(120_000);
    const app = shown();
    const form = await filled(app, requireEndpoint(id));
    for (const failure of FAILURES) await expectFailureTold(app, form, failure);
  });

for (const endpoint of ENDPOINTS.filter(({ id }) => !FORMS.includes(id)))
  test(`${endpoint.id} keeps what was typed when the server stumbles`, async () => {
    const app = shown();
    const form = await filled(app, endpoint);
    await expectFailureTold(app, form, ['503', { kind: 'status', status: 503 }, ['server_error']]);
  });

test('a server that never answers is given up on in time, in words', async () => {
  const app = shown();
  const endpoint = requireEndpoint('paperbanana.health');
  const form = await filled(app, endpoint);
  expect(describeFields(endpoint.input)).toEqual([]);
  await goWrong(app, endpoint.id, { kind: 'hang' });
  await form.send.click();
  await expect(form.form.getByRole('alert').filter({ hasText: words.errors.timeout.next })).toBeVisible({
    timeout: endpoint.timeoutMs + 10_000,
  });
});
