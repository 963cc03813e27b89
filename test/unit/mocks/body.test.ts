import { expect, it } from 'vitest';
import { readBody } from '../../../mocks/body';
import { LongText } from '../../../mocks/long-text';

const JSON_TYPE = 'application/json';

/** A stream in chunks of `size` bytes. */
function streamOf(text: string | Uint8Array, size = 1000): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) controller.close();
      else controller.enqueue(new Uint8Array(bytes.subarray(at, (at += size))));
    },
  });
}

it('parses a small body as it is', async () => {
  const body = await readBody(streamOf('{"caption": "Fig. 1", "iterations": 3}', 7), JSON_TYPE);
  expect(body).toEqual({ kind: 'json', value: { caption: 'Fig. 1', iterations: 3 } });
});

it('keeps a long string apart, however the chunks fall', async () => {
  const long = 'QUJD'.repeat(100_000);
  for (const size of [999, 65_536, 10_000_000]) {
    const body = await readBody(streamOf(`{"a": 1, "pdf_base64": "${long}", "z": "end"}`, size), JSON_TYPE);
    const value = (body as { value: Record<string, unknown> }).value;
    expect(value).toMatchObject({ a: 1, z: 'end' });
    expect(value['pdf_base64']).toBeInstanceOf(LongText);
    expect((value['pdf_base64'] as LongText).length).toBe(long.length);
    expect((value['pdf_base64'] as LongText).head(8)).toBe('QUJDQUJD');
  }
});

it('finds the end of a long string that holds escaped quotes and backslashes, split at every place', async () => {
  const text = `${'x'.repeat(300_000)}\\" and \\\\`;
  for (const size of [1, 2, 3].map((odd) => 4096 + odd)) {
    const body = await readBody(streamOf(`{"source_context":"${text}","caption":"c"}`, size), JSON_TYPE);
    const value = (body as { value: Record<string, unknown> }).value;
    expect(String(value['source_context'])).toBe(`${'x'.repeat(300_000)}" and \\`);
    expect(value['caption']).toBe('c');
  }
});

it('tells the offset of a mistake behind a long string in the text as it was sent', async () => {
  const sent = `{"pdf_base64": "${'A'.repeat(400_000)}", oops}`;
  const body = await readBody(streamOf(sent, 65_536), JSON_TYPE);
  expect(body).toMatchObject({ kind: 'malformed', error: { offset: sent.indexOf('oops') } });
});

it('cannot read invalid UTF-8 and very deep JSON', async () => {
  expect(await readBody(streamOf(Uint8Array.from([0x22, 0xff, 0x22])), JSON_TYPE)).toEqual({ kind: 'unreadable' });
  const deep = '['.repeat(2000) + ']'.repeat(2000);
  expect(await readBody(streamOf(deep), JSON_TYPE)).toEqual({ kind: 'unreadable' });
});

it('takes no content type for JSON and another one for text', async () => {
  expect(await readBody(streamOf('{}'), null)).toEqual({ kind: 'json', value: {} });
  expect(await readBody(streamOf('{}'), 'application/problem+json; charset=utf-8')).toEqual({
    kind: 'json',
    value: {},
  });
  expect(await readBody(streamOf('{}'), 'text/plain')).toEqual({ kind: 'other', text: '{}' });
});

it('sees no body in an empty one', async () => {
  expect(await readBody(null, null)).toEqual({ kind: 'none' });
  expect(await readBody(streamOf(''), JSON_TYPE)).toEqual({ kind: 'none' });
});
