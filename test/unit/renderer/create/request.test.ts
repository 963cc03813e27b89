import { expect, it } from 'vitest';
import { previewRequest } from '../../../../src/renderer/create/request';
import { requireEndpoint } from '../../../../src/shared/endpoints/index';

const endpoint = requireEndpoint('paperbanana.generateFromPdf');
const base = 'https://lab.example/';

it('shows values in the shape in which they are sent', () => {
  const { method, url, body } = previewRequest(endpoint, { caption: '  A  ', pages: ' 3 - 5 , 8' }, base);
  expect([method, url]).toEqual(['POST', 'https://lab.example/api/generate-from-pdf']);
  expect(body).toEqual({ caption: 'A', pages: '3-5,8' });
});

it('does not hide a value that would be refused', () => {
  expect(previewRequest(endpoint, { iterations: 12 }, base).body).toEqual({ iterations: 12 });
});

it('keeps a file as its handle', () => {
  const pdf = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 3, mediaType: 'application/pdf' };
  expect(previewRequest(endpoint, { pdf_base64: pdf }, base).body).toEqual({ pdf_base64: pdf });
});
