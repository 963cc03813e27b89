import { expect, it } from 'vitest';
import { shortenBase64 } from '../../../../src/main/http/shorten-base64';

const base64 = Buffer.alloc(1000, 3).toString('base64');

it('writes the decoded size in place of base64', () => {
  expect(shortenBase64(base64)).toBe('<base64, 1000 bytes>');
});

it('keeps the head of a data URL', () => {
  expect(shortenBase64(`data:image/png;base64,${base64}`)).toBe('data:image/png;base64,<base64, 1000 bytes>');
});

it('knows base64 that is wrapped into lines', () => {
  expect(shortenBase64(base64.replace(/.{76}/g, '$&\r\n'))).toBe('<base64, 1000 bytes>');
});

it('finds base64 inside other text', () => {
  expect(shortenBase64(`{"image": "${base64}", "n": 1`)).toBe('{"image": "<base64, 1000 bytes>", "n": 1');
});

it('leaves prose, hashes and ids alone', () => {
  const prose = 'The encoder has six layers. '.repeat(50);
  expect(shortenBase64(prose)).toBe(prose);
  expect(shortenBase64('0a1b2c3d'.repeat(16))).toBe('0a1b2c3d'.repeat(16));
});
