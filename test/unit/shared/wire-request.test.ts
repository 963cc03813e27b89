import { expect, it } from 'vitest';
import { requireEndpoint } from '../../../src/shared/endpoints';
import { buildRequest, wireBodyBytes } from '../../../src/shared/wire-request';

const base = 'https://api.paperbanana.me';
const file = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 4, mediaType: 'application/pdf' };

it('leaves out what was not changed, so the server keeps its defaults', () => {
  const input = { source_context: 'x', caption: 'y', iterations: undefined };
  expect(buildRequest(requireEndpoint('paperbanana.generate'), input, base)).toEqual({
    method: 'POST',
    url: `${base}/api/generate`,
    body: { source_context: 'x', caption: 'y' },
  });
});

it('sends a page list without spaces, and none for all pages', () => {
  const endpoint = requireEndpoint('paperbanana.generateFromPdf');
  const input = { pdf_base64: file, caption: 'y', pages: ' 3-5, 8' };
  expect(buildRequest(endpoint, input, base).body).toMatchObject({ pages: '3-5,8' });
  expect(buildRequest(endpoint, { ...input, pages: ' ' }, base).body).not.toHaveProperty('pages');
});

it('keeps the path of a base address and survives its trailing slash', () => {
  const endpoint = requireEndpoint('paperbanana.health');
  expect(buildRequest(endpoint, {}, 'https://lab.example/figures/').url).toBe('https://lab.example/figures/api/health');
});

it('keeps an id from climbing out of its place in the path', () => {
  const endpoint = requireEndpoint('paperbanana.task');
  const { url } = buildRequest(endpoint, { task_id: '../admin/keys?x=1#y' }, base);
  expect(url).toBe(`${base}/api/tasks/..%2Fadmin%2Fkeys%3Fx%3D1%23y`);
});

it('puts query fields into the query and makes no body for a GET', () => {
  const endpoint = requireEndpoint('paperbanana.taskImage');
  expect(buildRequest(endpoint, { task_id: 't1', format: 'svg' }, base)).toEqual({
    method: 'GET',
    url: `${base}/api/tasks/t1/image?format=svg`,
  });
});

it('counts a body in UTF-8 bytes with its files as base64', () => {
  expect(wireBodyBytes({ pdf_base64: file, caption: '图' })).toBe(
    '{"pdf_base64":"12345678","caption":"图"}'.length + 2,
  );
});
