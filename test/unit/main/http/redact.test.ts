import { expect, it } from 'vitest';
import { createRedactor } from '../../../../src/main/http/redact';
import { generate } from '../../../../src/shared/endpoints/paperbanana';

const SECRET = 'a"b+c/d e';
const redactor = createRedactor(generate, undefined, SECRET);

it('hides the secret in every spelling: plain, JSON, address, form', () => {
  const spellings = [SECRET, JSON.stringify(SECRET), encodeURIComponent(SECRET), 'a%22b%2Bc%2Fd+e'];
  for (const text of spellings) {
    const shown = redactor.text(`<${text}>`);
    expect(shown).toContain('•••');
    expect(shown).not.toContain(text);
  }
});

it('hides the secret in keys and deep inside values', () => {
  expect(redactor.value({ [SECRET]: [{ x: `(${SECRET})` }] })).toEqual({ '•••': [{ x: '(•••)' }] });
});

it('leaves numbers, booleans and null as they are', () => {
  expect(redactor.value([1, true, null])).toEqual([1, true, null]);
});

it('keeps the last four characters of other people’s keys', () => {
  expect(redactor.text('key pb_0123456789abcdef0123456789abcdef.')).toBe('key pb_•••cdef.');
});

it('hides the user info of an address and the signature of a presigned one', () => {
  expect(redactor.url('https://me:pass@host/x')).toBe('https://host/x');
  expect(redactor.url('https://s3/x?X-Amz-Expires=60&X-Amz-Signature=0a1b')).toBe(
    'https://s3/x?X-Amz-Expires=60&X-Amz-Signature=•••',
  );
});

it('names a file by its name and size', () => {
  const file = { $file: 'a'.repeat(64), name: 'p.pdf', bytes: 12, mediaType: 'application/pdf' };
  expect(redactor.requestBody({ pdf_base64: file })).toEqual({ pdf_base64: '<p.pdf, 12 bytes>' });
});

it('does nothing without a secret', () => {
  expect(createRedactor(generate, undefined, null).text('plain')).toBe('plain');
});

it('takes nothing but the request’s own secret out of an answer', () => {
  const key = 'pb_0123456789abcdef0123456789abcdef';
  const signed = 'https://x.example/a.png?sig=abcdef';
  expect(redactor.answer({ [SECRET]: [`(${SECRET})`, key, signed, 1, null] })).toEqual({
    '•••': ['(•••)', key, signed, 1, null],
  });
});

it('leaves an answer alone for a secret so short that it turns up by chance', () => {
  const answer = { image_base64: 'AAxyzAA' };
  expect(createRedactor(generate, undefined, 'xyz').answer(answer)).toBe(answer);
});
