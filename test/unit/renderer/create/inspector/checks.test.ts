import { expect, it } from 'vitest';
import { checksBeforeSending } from '../../../../../src/renderer/create/inspector/checks';
import { requireEndpoint } from '../../../../../src/shared/endpoints/index';

const endpoint = requireEndpoint('paperbanana.generateFromPdf');
const pdf = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 10, mediaType: 'application/pdf' };
const context = { pageCount: 14, speaksWhenUnset: (field: string) => field === 'image_model' };

it('names what is missing', () => {
  const checks = checksBeforeSending(endpoint, {}, { ...context, pageCount: undefined });
  expect(checks).toContainEqual({ kind: 'missing', field: 'pdf_base64' });
  expect(checks).toContainEqual({ kind: 'missing', field: 'caption' });
});

it('says that the pages exist, or that all are read', () => {
  const values = { pdf_base64: pdf, caption: 'x' };
  expect(checksBeforeSending(endpoint, { ...values, pages: '8,3-5' }, context)).toContainEqual({
    kind: 'pagesExist',
    pages: '3-5, 8',
    count: 4,
  });
  expect(checksBeforeSending(endpoint, values, context)).toContainEqual({ kind: 'allPages', count: 14 });
});

it('says once that choices go together', () => {
  const values = { pdf_base64: pdf, caption: 'x', aspect_ratio: '16:9', image_resolution: '2K' };
  const together = checksBeforeSending(endpoint, values, context).filter(({ kind }) => kind === 'goTogether');
  expect(together).toEqual([{ kind: 'goTogether', values: ['16:9', '2K'] }]);
});

it('tells a conflict instead of harmony', () => {
  const values = { pdf_base64: pdf, caption: 'x', image_model: 'google/nano-banana', image_resolution: '2K' };
  const kinds = checksBeforeSending(endpoint, values, context).map(({ kind }) => kind);
  expect(kinds).toContain('conflict');
  expect(kinds).not.toContain('goTogether');
});

it('tells a page past the end as wrong and not as existing', () => {
  const kinds = checksBeforeSending(endpoint, { pdf_base64: pdf, caption: 'x', pages: '20' }, context).map(
    ({ kind }) => kind,
  );
  expect(kinds).toContain('wrong');
  expect(kinds).not.toContain('pagesExist');
});

it('speaks about a field that is left to the server only while it is', () => {
  const note = { kind: 'serverPicks', field: 'image_model' };
  expect(checksBeforeSending(endpoint, {}, context)).toContainEqual(note);
  expect(checksBeforeSending(endpoint, { image_model: 'nano-banana-2' }, context)).not.toContainEqual(note);
});

it('says nothing of two days that are in order', () => {
  const range = { startDate: '2026-02-01', endDate: '2026-02-11' };
  expect(checksBeforeSending(requireEndpoint('bananadev.usage'), range, context)).toEqual([{ kind: 'ready' }]);
});

it('is ready where there is nothing to check', () => {
  expect(checksBeforeSending(requireEndpoint('paperbanana.health'), {}, context)).toEqual([{ kind: 'ready' }]);
});
