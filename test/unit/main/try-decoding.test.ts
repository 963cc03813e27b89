import { expect, it, vi } from 'vitest';
import { tryDecoding } from '../../../src/main/try-decoding';
import { AppError, type ErrorCode } from '../../../src/shared/app-error';

const failing = (code: ErrorCode) => ({ run: vi.fn().mockRejectedValue(new AppError(code)) });

it('has pictures decoded and PDFs opened', async () => {
  const render = { run: vi.fn().mockResolvedValue(null) };
  expect(await tryDecoding(render, '/a', 'png')).toBe(true);
  expect(await tryDecoding(render, '/b', 'pdf')).toBe(true);
  expect(render.run.mock.calls.map(([task]) => task as unknown)).toEqual([
    { kind: 'decode', path: '/a' },
    { kind: 'pdf-info', path: '/b' },
  ]);
});

it('takes only the decoder’s own word that a file is damaged', async () => {
  expect(await tryDecoding(failing('image_damaged'), '/a', 'png')).toBe(false);
  expect(await tryDecoding(failing('pdf_damaged'), '/a', 'pdf')).toBe(false);
  for (const code of ['worker_failed', 'canceled', 'pdf_encrypted'] as const)
    expect(await tryDecoding(failing(code), '/a', 'pdf')).toBeUndefined();
});

it('asks nobody about drawings and outputs', async () => {
  const render = failing('internal');
  expect(await tryDecoding(render, '/a', 'svg')).toBeUndefined();
  expect(await tryDecoding(render, '/a', 'json')).toBeUndefined();
  expect(render.run).not.toHaveBeenCalled();
});
