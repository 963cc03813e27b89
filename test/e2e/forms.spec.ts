import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, oneWindow, test } from './app';
import { dropFile } from './drop';

/** For tests that have a form of their own each. */
const shown = oneWindow();

const PICTURE = join(__dirname, '../../docs/pictures/create-en-light-1280.png');

test('a table is typed, pasted and sent as a text of JSON', async ({ launch }) => {
  const { page, create } = await launch();
  await create.openAddress('POST /api/plot');
  await expect(page.getByRole('grid', { name: 'Data' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of column A' }).fill('model');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ViT');
  await page.keyboard.press('Tab');
  await page.keyboard.type('81.8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'B, row 2' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Add a row' })).toBeFocused();
  await page.getByRole('button', { name: 'Sent as data_json' }).click();
  await expect(page.getByText('{"model":["ViT"],"B":[81.8]}', { exact: true })).toBeVisible();

  await page.getByRole('radiogroup', { name: 'Edited as' }).getByText('JSON').click();
  const json = page.getByRole('textbox', { name: 'Data' });
  await json.click();
  await json.press('Control+a');
  await page.keyboard.type('{"a": [1, 2');
  await page.getByRole('textbox', { name: 'What the plot shows' }).fill('Bars');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This is not JSON: line 1, column 12.').first()).toBeVisible();
});

test('a dropped CSV becomes the data of a plot, dropped pictures become those of an edit', async ({ launch }) => {
  const { page, userData } = await launch();
  const csv = join(userData, 'results.csv');
  await writeFile(csv, 'model;accuracy\nA;76,1\nB;81,8\n');
  await dropFile(page, csv);
  await expect(page.getByRole('heading', { name: 'Plot from data' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'accuracy, row 2' })).toHaveValue('81.8');

  const png = join(userData, 'sketch.png');
  await copyFile(PICTURE, png);
  await dropFile(page, png);
  await expect(page.getByRole('heading', { name: 'Edit my pictures' })).toBeVisible();
  await expect(page.getByText('sketch.png', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove sketch.png' }).click();
  await expect(page.getByText('sketch.png', { exact: true })).toBeHidden();

  const broken = join(userData, 'broken.png');
  await writeFile(broken, 'no picture at all');
  await dropFile(page, broken);
  await expect(page.getByRole('alert')).toContainText('broken.png');
});

test('a model takes along what it can, and says what it cannot', async () => {
  const { page, create } = shown();
  await create.openAddress('POST /text-generations');
  await page.getByRole('textbox', { name: 'Prompt' }).fill('a red panda');
  await page.getByRole('radio', { name: '1:8' }).check({ force: true });
  await page.getByRole('radiogroup', { name: 'Model' }).getByText('NanoBanana', { exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'NanoBanana doesn’t take this' })).toContainText(
    'Aspect ratio',
  );
  await expect(page.getByRole('textbox', { name: 'Prompt' })).toHaveValue('a red panda');
});

test('addresses are pasted as lines, and the wrong one is named', async () => {
  const { page, create } = shown();
  await create.openAddress('POST /url-generations');
  const first = page.getByRole('textbox', { name: 'Pictures on the web 1' });
  await first.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://a.example/1.png\nnowhere\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const second = page.getByRole('textbox', { name: 'Pictures on the web 2' });
  await expect(second).toHaveValue('nowhere');
  await page.keyboard.press('Control+Enter');
  await expect(second).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('No. 2: This is not a web address. It begins with https://.').first()).toBeVisible();
});

test('variables are hidden until asked for, and a .env file fills them', async () => {
  const { page, create } = shown();
  await create.openAddress('POST /v1/deploy');
  const name = page.getByRole('textbox', { name: 'Name 1' });
  await name.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'API_KEY=very-secret\nGPU=A10G\n');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('textbox', { name: 'Name 2' })).toHaveValue('GPU');
  const value = page.getByRole('textbox', { name: 'Value 1' });
  await expect(value).toHaveAttribute('type', 'password');
  await expect(page.getByText('very-secret')).toBeHidden();
  await page.getByRole('button', { name: 'Show value 1' }).click();
  await expect(value).toHaveAttribute('type', 'text');
});

test('panels are picked by their ids, ordered by the keyboard and lettered', async () => {
  const { page, create } = shown();
  await create.openAddress('POST /api/composite');
  await page.getByRole('textbox', { name: 'Task id from elsewhere' }).fill('task_a task_b');
  await page.keyboard.press('Enter');
  const picked = page.getByRole('list', { name: 'Picked, in this order' }).getByRole('listitem');
  await expect(picked).toHaveCount(2);
  await picked.first().press('Alt+ArrowDown');
  await expect(picked.first()).toContainText('task_b');
  await page.getByRole('radio', { name: 'A', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: 'own' }).check({ force: true });
  await expect(page.getByRole('textbox', { name: 'Letters of the panels 2' })).toHaveValue('B');
  await page.getByRole('textbox', { name: 'Arrangement' }).fill('1x1');
  await expect(page.getByText('2 panels don’t fit into 1 places.').first()).toBeVisible();
});

test('a range is chosen by its name, and swapped where it ends before it begins', async () => {
  const { page, create } = shown();
  await create.openAddress('GET /v1/usage');
  await page.getByRole('button', { name: 'Last 30 days' }).click();
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2026-02-11');
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('2026-02-01');
  await page.getByRole('button', { name: 'Swap the dates' }).click();
  await expect(page.getByRole('textbox', { name: 'From', exact: true })).toHaveValue('2026-02-01');
});

test('a key is deleted only after its name or its end was typed', async () => {
  const { page, create } = shown();
  await create.openAddress('DELETE /api/admin/keys/{key}');
  await page.getByRole('textbox', { name: 'Key' }).fill('pb_00000000000000000000000000001234');
  await page.getByRole('button', { name: /^Delete key…/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete key' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('1234');
  await expect(dialog.getByRole('button', { name: 'Delete key' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});

test('a number stays as it was typed, and what it can’t be is said at the field', async () => {
  const { page, create } = shown();
  await create.openAddress('POST /api/admin/keys');
  await page.getByRole('textbox', { name: 'Name' }).fill('Buoy group');
  const units = page.getByRole('textbox', { name: 'Units' });
  for (const [typed, reason] of [
    ['-5', '0 is the least.'],
    ['1.5', 'This must be a whole number.'],
    ['1,000', 'This must be a number.'],
    ['ten', 'This must be a number.'],
  ] as const) {
    await units.fill('');
    await units.pressSequentially(typed);
    await expect(units).toHaveValue(typed);
    await expect(units).toHaveAccessibleDescription(new RegExp(reason.replace('.', '\\.')));
    await page.keyboard.press('Control+Enter');
    await expect(units).toBeFocused();
    await expect(units).toHaveValue(typed);
  }
  await expect(page.getByTestId('answer')).toHaveCount(0);
  await units.fill('7');
  await page.keyboard.press('ArrowUp');
  await expect(units).toHaveValue('8');

  // where numbers count at once, one that can't count is no silent other one
  await page.getByRole('button', { name: 'Controls' }).click();
  const seed = page.getByRole('textbox', { name: 'Seed' });
  await seed.fill('-12');
  await seed.blur();
  await expect(seed).toHaveValue('-12');
  await expect(seed).toHaveAccessibleDescription(/A whole number from 0 to 999999/);
  await seed.fill('12');
  await expect(seed).toHaveAccessibleDescription('');
  await expect
    .poll(async () => page.evaluate(() => window.plantain.call('settings.get', undefined, undefined)))
    .toMatchObject({ value: { demo: { seed: 12 } } });
});
