import { join } from 'node:path';
import { expect, test, type App } from './app';
import { dropBytes, dropFile } from './drop';
import { readFile } from 'node:fs/promises';

const SAMPLE = join(__dirname, '../../resources/sample/sparse-routing.pdf');

async function submit(app: App, caption: string): Promise<void> {
  await app.create.caption.fill(caption);
  await app.page.keyboard.press('Control+Enter');
}

async function expectStoredDiagram(app: App): Promise<void> {
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 30_000 });
  await expect(app.queue.picture).toBeVisible();
  const natural = await app.queue.picture.evaluate((image: HTMLImageElement) =>
    image.decode().then(() => image.naturalWidth),
  );
  expect(natural).toBeGreaterThan(500);
}

test('a PDF dropped by its path becomes a stored diagram', async ({ launch }) => {
  const app = await launch();
  await dropFile(app.page, SAMPLE);
  await expect(app.create.pdfName).toHaveText('sparse-routing.pdf');
  await app.create.pageTick(3).check();
  await app.create.pageTick(4).check();
  await expect(app.create.pages).toHaveValue('3, 4');
  await submit(app, 'Overview of the router');
  await expectStoredDiagram(app);
});

test('a PDF dropped as bytes becomes a stored diagram', async ({ launch }) => {
  const app = await launch();
  await dropBytes(app.page, 'from-mail.pdf', await readFile(SAMPLE));
  await expect(app.create.pdfName).toHaveText('from-mail.pdf');
  await submit(app, 'A PDF without a path');
  await expectStoredDiagram(app);
});

test('a PDF from the file dialog becomes a stored diagram', async ({ launch }) => {
  const app = await launch();
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, SAMPLE);
  await app.create.open('Diagram from a PDF');
  await app.page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(app.create.pdfName).toHaveText('sparse-routing.pdf');
  await submit(app, 'A PDF from the dialog');
  await expectStoredDiagram(app);
});

test('the library keeps the diagram after a restart', async ({ launch }) => {
  const first = await launch();
  await dropFile(first.page, SAMPLE);
  await expect(first.create.pdfName).toBeVisible();
  await submit(first, 'Kept for later');
  await expectStoredDiagram(first);
  await first.close();

  const second = await launch({ userData: first.userData });
  await second.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Library' }).click();
  await second.page.locator('html[data-ready="library"]').waitFor();
  await expect(second.page.getByRole('main').getByText('Kept for later', { exact: true })).toBeVisible();
});

test('text becomes a stored diagram', async ({ launch }) => {
  const app = await launch();
  await app.create.open('Diagram from text');
  await app.page
    .getByRole('textbox', { name: 'Method' })
    .fill('An encoder reads segments; a router scores them; a decoder writes.');
  await submit(app, 'From words alone');
  await expectStoredDiagram(app);
});
