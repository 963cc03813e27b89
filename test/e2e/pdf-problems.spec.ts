import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyFile, encryptedPdf, notAPdf, pdfOfPages } from '../support/pdfs';
import { test as base, expect, oneWindow } from './app';
import { dropFile } from './drop';

const test = base.extend<{ folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'plantain-pdfs-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const PROBLEMS: [name: string, make: (path: string) => Promise<void>, title: string][] = [
  ['not a PDF', (path) => writeFile(path, notAPdf), 'This is not a PDF'],
  ['empty', (path) => writeFile(path, emptyFile), 'The file is empty'],
  [
    'locked with a password',
    async (path) => writeFile(path, await encryptedPdf()),
    'The PDF is locked with a password',
  ],
  ['damaged', (path) => writeFile(path, '%PDF-1.4\nnothing that belongs into a PDF\n'), 'The PDF is damaged'],
  [
    'over the limit of 200 MB',
    async (path) => {
      await writeFile(path, await pdfOfPages(1));
      await truncate(path, 200_000_001);
    },
    'The file is too large',
  ],
];

test.describe(() => {
  const shown = oneWindow();
  for (const [name, make, title] of PROBLEMS)
    test(`a file that is ${name} is refused in the form, and nothing typed is lost`, async ({ folder }) => {
      const app = shown();
      const caption = `Typed before the file turned out to be ${name}`;
      await app.create.caption.fill(caption);
      const path = join(folder, 'paper.pdf');
      await make(path);
      await dropFile(app.page, path);
      await expect(app.page.getByRole('alert').filter({ hasText: title })).toBeVisible();
      await app.page.keyboard.press('Control+Enter');
      await expect(app.create.caption).toHaveValue(caption);
      const jobs = await app.page.evaluate(() => window.plantain.call('job.list', { scope: 'all', limit: 5 }));
      expect(jobs).toMatchObject({ ok: true, value: { total: 0 } });
    });
});

test('a bad file leaves the good one that was there', async ({ launch, folder }) => {
  const app = await launch();
  const good = join(folder, 'good.pdf');
  const bad = join(folder, 'bad.pdf');
  await writeFile(good, await pdfOfPages(3));
  await writeFile(bad, notAPdf);
  await dropFile(app.page, good);
  await expect(app.create.pdfName).toHaveText('good.pdf');
  await dropFile(app.page, bad);
  await expect(app.page.getByRole('alert').filter({ hasText: 'This is not a PDF' })).toBeVisible();
  await expect(app.create.pdfName).toHaveText('good.pdf');
});

test('a bad page list says which part is bad, and sends nothing', async ({ launch, folder }) => {
  const app = await launch();
  const path = join(folder, 'paper.pdf');
  await writeFile(path, await pdfOfPages(5));
  await dropFile(app.page, path);
  await expect(app.create.pageTick(5)).toBeVisible();
  await app.create.caption.fill('Typed before the pages');
  // at the field itself, while the cursor is still in it
  const says = (sentence: string): Promise<void> =>
    expect(app.create.pages).toHaveAccessibleDescription(new RegExp(sentence.replaceAll('.', '\\.')));
  await app.create.pages.fill('1,x-3');
  await expect(app.create.pages).toBeFocused();
  await says('“x-3” is not a page or a range. Write 1 or 3-5.');
  await app.create.pages.fill('1,x');
  await says('“x” is not a page or a range. Write 1 or 3-5.');
  await expect(app.create.pages).toHaveAttribute('aria-invalid', 'true');
  // a range that is still being written is no mistake before the field is left
  await app.create.pages.fill('1,3-');
  await expect(app.create.pages).not.toHaveAttribute('aria-invalid');
  await app.create.caption.focus();
  await says('“3-” is not a page or a range. Write 1 or 3-5.');
  await app.create.pages.fill('2-9');
  await says('“2-9” goes past the end: the PDF has 5 pages.');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'create');
  await app.create.pages.fill('5-3');
  for (const number of [3, 4, 5]) await expect(app.create.pageTick(number)).toBeChecked();
  await app.create.pageTick(4).uncheck();
  await expect(app.create.pages).toHaveValue('3, 5');
});
