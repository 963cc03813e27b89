import type { Page } from '@playwright/test';

/** Drops a file as a person does: the browser's own drag events, with a path that the page never sees. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const size = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const at = { x: Math.round(size.width / 2), y: Math.round(size.height / 2) };
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

/** Drops bytes that have no path, as another program's drag may. */
export async function dropBytes(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const handle = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type: 'application/pdf' }));
      return transfer;
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('#root', type, { dataTransfer: handle });
}
