import { expect, it } from 'vitest';
import { inlineArtifact } from '../../../../src/main/providers/inline-artifact';
import type { Download } from '../../../../src/main/providers/provider';
import { AppError } from '../../../../src/shared/app-error';

async function bytesOf({ body }: Download): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const picture = Buffer.from(Array.from({ length: 3_000_001 }, (_, index) => (index * 31) % 251));

it('decodes bare base64', async () => {
  const download = inlineArtifact(picture.toString('base64'));
  expect(download.contentType).toBeNull();
  expect((await bytesOf(download)).equals(picture)).toBe(true);
});

it('decodes a data URL and names its type', async () => {
  const download = inlineArtifact(`data:image/webp;base64,${picture.toString('base64')}`);
  expect(download.contentType).toBe('image/webp');
  expect((await bytesOf(download)).equals(picture)).toBe(true);
});

it('decodes base64 that is wrapped into lines', async () => {
  const wrapped = picture.toString('base64').replace(/.{76}/g, '$&\n');
  expect((await bytesOf(inlineArtifact(wrapped))).equals(picture)).toBe(true);
});

it('refuses what is no base64', () => {
  for (const text of ['', '<html>', 'not base64!', 'data:image/png;base64,']) {
    expect(() => inlineArtifact(text)).toThrow(AppError);
  }
});
