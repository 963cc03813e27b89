import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { assetUrl, pageUrl, thumbUrl } from '../../../../src/shared/contract';
import { AppError } from '../../../../src/shared/app-error';
import { answerAsset, type AssetSource } from '../../../../src/main/assets/asset-answer';
import { temporaryFolder } from '../../../support/temporary-folder';

const sha256 = 'b2'.repeat(32);
const png = Buffer.from('\x89PNG\r\n\x1a\n0000IHDR\0\0\0\x01\0\0\0\x01', 'latin1');

function setUp(content: Uint8Array | string) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, sha256), content);
  const source = {
    state: async (sum: string) => (existsSync(join(folder, sum)) ? ('sound' as const) : ('missing' as const)),
    pathOf: (sum: string) => join(folder, sum),
    thumbsFolder: join(folder, 'thumbs'),
    page: vi.fn<AssetSource['page']>().mockResolvedValue(png),
    thumbnail: vi.fn<AssetSource['thumbnail']>().mockResolvedValue(png),
  };
  return { folder, source };
}

it('serves a stored picture by its magic bytes, for good, and never to be sniffed', async () => {
  const answer = await answerAsset(assetUrl(sha256), setUp(png).source);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
});

it('serves an SVG in a sandbox without scripts', async () => {
  const { source } = setUp('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const answer = await answerAsset(assetUrl(sha256), source);
  expect(answer.headers.get('content-type')).toBe('image/svg+xml');
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
});

it('serves no PDF, no page of HTML and no unknown file', async () => {
  for (const content of ['%PDF-1.7 x', '<!doctype html><script>alert(1)</script>', 'PK\x03\x04']) {
    expect((await answerAsset(assetUrl(sha256), setUp(content).source)).status).toBe(404);
  }
});

it('has nothing where no file is, and nothing for an address it does not know', async () => {
  const { source } = setUp(png);
  expect((await answerAsset(assetUrl('c3'.repeat(32)), source)).status).toBe(404);
  expect((await answerAsset('plantain-asset://file/../settings.json', source)).status).toBe(404);
});

it('paints pages anew, and answers 404 for one that cannot be painted', async () => {
  const { source, folder } = setUp('%PDF-1.7');
  expect((await answerAsset(pageUrl(sha256, 3, 200), source)).headers.get('content-type')).toBe('image/png');
  expect(source.page).toHaveBeenCalledWith(join(folder, sha256), 3, 200);
  source.page.mockRejectedValue(new AppError('not_found'));
  expect((await answerAsset(pageUrl(sha256, 4, 200), source)).status).toBe(404);
});

it('makes a thumbnail once and keeps it', async () => {
  const { source, folder } = setUp(png);
  await answerAsset(thumbUrl(sha256, 96), source);
  const again = await answerAsset(thumbUrl(sha256, 96), source);
  expect(Buffer.from(await again.arrayBuffer())).toEqual(png);
  expect(source.thumbnail).toHaveBeenCalledOnce();
  expect(readdirSync(join(folder, 'thumbs'))).toEqual([`${sha256}-96.png`]);
});

it('shows a thumbnail also where it cannot be kept', async () => {
  const { source, folder } = setUp(png);
  writeFileSync(join(folder, 'thumbs'), 'a file where the folder should be');
  expect((await answerAsset(thumbUrl(sha256, 96), source)).status).toBe(200);
  expect(existsSync(join(folder, 'thumbs', `${sha256}-96.png`))).toBe(false);
});
