import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { jobDuration, jobTitle, mainPicture, shortId, waitsToResend } from '../../../../src/renderer/ui/job-words';
import { listText } from '../../../../src/renderer/ui/list-text';
import { CATALOGUES } from '../../../../src/shared/i18n/catalogue';
import type { Asset } from '../../../../src/shared/job';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: CATALOGUES.en } } }));

const asset = (format: string): Asset => ({
  sha256: format,
  mediaType: '',
  format,
  bytes: 1,
  width: null,
  height: null,
});

it('counts from sending to the end, or to now while it goes on', () => {
  expect(jobDuration({ createdAt: 0, sentAt: 1000, finishedAt: 75_000 }, 999_999)).toBe(74_000);
  expect(jobDuration({ createdAt: 0, sentAt: 1000, finishedAt: null }, 48_000)).toBe(47_000);
  expect(jobDuration({ createdAt: 500, sentAt: null, finishedAt: null }, 1500)).toBe(1000);
});

it('never counts below zero when the clock was set back', () => {
  expect(jobDuration({ createdAt: 5000, sentAt: 5000, finishedAt: null }, 1000)).toBe(0);
});

it('shows the first file that a window can show', () => {
  expect(mainPicture([asset('pdf'), asset('svg'), asset('png')])?.format).toBe('svg');
  expect(mainPicture([asset('pdf')])).toBeUndefined();
});

it('shortens long ids in the middle', () => {
  expect(shortId('3f9c41d0aaaabbbbccccddddeeeea7e2')).toBe('3f9c41d0…a7e2');
  expect(shortId('a1b2c3d4e5f6')).toBe('a1b2c3d4e5f6');
});

it('leaves empty facts out of a line', () => {
  expect(listText(['14:26', '', null, false, '1.2 MB'], 'en')).toBe('14:26, 1.2 MB');
  expect(listText(['14:26', '1.2 MB'], 'zh-CN')).toBe('14:26，1.2 MB');
});

it('tells a submission that waits to be sent again from one that is being sent', () => {
  expect(waitsToResend({ state: 'sending', nextPollAt: 5 })).toBe(true);
  expect(waitsToResend({ state: 'sending', nextPollAt: null })).toBe(false);
  expect(waitsToResend({ state: 'queued', nextPollAt: 5 })).toBe(false);
});

it('calls a job without words of the user by what its endpoint does', () => {
  const endpoint = 'paperbanana.composite';
  expect(jobTitle({ title: 'Both halves', endpoint })).toBe('Both halves');
  expect(jobTitle({ title: endpoint, endpoint })).toBe(CATALOGUES.en.endpoints.paperbanana_composite.title);
  expect(jobTitle({ title: ' ', endpoint })).toBe(CATALOGUES.en.endpoints.paperbanana_composite.title);
});
