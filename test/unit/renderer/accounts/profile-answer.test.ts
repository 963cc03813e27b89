import { expect, it } from 'vitest';
import type { Job } from '../../../../src/shared/job';
import { AppError } from '../../../../src/shared/app-error';
import { profileAnswer } from '../../../../src/renderer/accounts/profile-answer';

const job = (values: Partial<Job>): Job => ({
  ...{ id: 'job', endpoint: 'paperbanana.generate', provider: 'paperbanana', profileId: 'lab', profileName: 'Lab' },
  ...{ baseUrl: 'https://figures.example', title: 'Figure', state: 'done', remoteId: 'task', createdAt: 1, sentAt: 2 },
  ...{ acceptedAt: 3, finishedAt: 4, nextPollAt: null, pollCount: 1, error: null, description: null, units: 1 },
  ...{ seen: true, assets: [] },
  ...values,
});

it('reads “working” from a job that was accepted, whatever became of the figure', () => {
  expect(profileAnswer('lab', [job({})], undefined)).toEqual({ at: 4, said: 'working' });
  const failed = job({ state: 'failed', error: new AppError('job_failed').data });
  expect(profileAnswer('lab', [failed], undefined)).toEqual({ at: 4, said: 'working' });
});

it('reads what a refusal says about the key', () => {
  const refused = job({ acceptedAt: null, finishedAt: 9, error: new AppError('unauthorized').data });
  expect(profileAnswer('lab', [job({}), refused], undefined)).toEqual({ at: 9, said: 'unauthorized' });
});

it('says nothing of a job that never left, or that another profile sent', () => {
  expect(profileAnswer('lab', [job({ sentAt: null, acceptedAt: null, finishedAt: null })], undefined)).toBeUndefined();
  expect(profileAnswer('other', [job({})], undefined)).toBeUndefined();
});

it('lets the newest word count, from a test or from a job', () => {
  expect(profileAnswer('lab', [job({})], { at: 5, said: 'unreachable' })?.said).toBe('unreachable');
  expect(profileAnswer('lab', [job({})], { at: 1, said: 'unreachable' })?.said).toBe('working');
});
