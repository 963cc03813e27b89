import { expect, test } from './app';

test('the request beside a form is copied as code by keyboard, and the tab stays for the next form', async ({
  launch,
}) => {
  const { page, create, electron } = await launch({ settings: { mode: 'demo', locale: 'en', theme: 'light' } });
  await create.open('Diagram from text');
  await create.caption.fill("It's a figure");
  await page.getByRole('tab', { name: 'Request' }).focus();
  for (const name of ['cURL', 'JavaScript', 'Python']) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name, selected: true })).toBeFocused();
    await expect(page.getByRole('region', { name: `${name} code` })).toContainText('PLANTAIN_PAPERBANANA_KEY');
  }
  await page.getByRole('button', { name: 'Copy as Python' }).click();
  await expect
    .poll(() => electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain(`"caption": "It's a figure",`);

  await create.open('Plot from data');
  await expect(page.getByRole('tab', { name: 'Python', selected: true })).toBeVisible();
});
