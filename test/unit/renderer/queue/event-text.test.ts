import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { eventText } from '../../../../src/renderer/queue/event-text';
import { CATALOGUES } from '../../../../src/shared/i18n/catalogue';
import type { JobEvent } from '../../../../src/shared/job';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: CATALOGUES.en } } }));

const job = { remoteId: 'a1', units: 1, provider: 'paperbanana' };
const event = (kind: JobEvent['kind'], params?: JobEvent['params']) => ({ kind, count: 1, at: 0, params }) as JobEvent;

it('counts units only where the service counts in units', () => {
  expect(eventText(event('accepted'), job, 'en').more).toBe('1 unit spent');
  expect(eventText(event('accepted'), { ...job, provider: 'bananahub' }, 'en').more).toBe('Charged to your balance');
  expect(eventText(event('accepted'), { ...job, provider: 'bananadev' }, 'en').more).toBe('Compute time is billed');
});

it('says nothing of a cost that is not known', () => {
  expect(eventText(event('accepted'), { ...job, units: null }, 'en').more).toBeUndefined();
});

it('counts files only where there are any', () => {
  expect(eventText(event('stored', { files: 2 }), job, 'en').title).toBe('Stored on this computer, 2 files');
  expect(eventText(event('stored', { files: 0 }), job, 'en').title).toBe('The answer is stored on this computer');
});
