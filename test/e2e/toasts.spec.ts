import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { expect, test } from './app';

const failures = { ...DEFAULT_DEMO_SETTINGS.failures, jobFails: true };

test('the word of a failed job stays clear of the send button, and goes when the job is opened', async ({ launch }) => {
  const app = await launch({
    settings: { locale: 'en', demo: { ...DEFAULT_DEMO_SETTINGS, failures } },
    env: { PLANTAIN_DEMO_SPEED: '10' }, // slow enough to be elsewhere when the job ends
  });
  await app.create.open('Polish a prompt');
  await app.page.getByRole('textbox', { name: /^Prompt/ }).fill('A router');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.queue.state('Running')).toBeVisible();
  await app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Create' }).click();
  const toast = app.page.getByRole('alert').filter({ hasText: 'A router' });
  await expect(toast).toBeVisible({ timeout: 30_000 });
  await app.page.getByRole('button', { name: /^Polish(?! a)/ }).click({ trial: true });
  await app.queue.open();
  await expect(app.queue.state('Failed')).toBeVisible();
  await expect(toast).toBeHidden();
});
