import { expect, it } from 'vitest';
import { isWatched, JOB_STATES, jobGroup, mayMove } from '../../../src/shared/job';

it('never leads out of done, and out of failed only to a result that was found again or to another question', () => {
  for (const state of JOB_STATES) {
    expect(mayMove('done', state)).toBe(state === 'done');
    expect(mayMove('failed', state)).toBe(state === 'failed' || state === 'done' || state === 'queued');
  }
});

it('never sends again what may have been accepted', () => {
  expect(mayMove('uncertain', 'sending')).toBe(false);
  expect(mayMove('uncertain', 'prepared')).toBe(false);
});

it('reaches every state from an intent', () => {
  const reached = new Set<string>(['prepared']);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const from of JOB_STATES)
      if (reached.has(from)) for (const to of JOB_STATES) if (mayMove(from, to)) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...JOB_STATES].sort());
});

it('asks about accepted jobs only', () => {
  expect(JOB_STATES.filter(isWatched)).toEqual(['queued', 'running', 'blocked', 'collecting']);
});

it('puts what needs somebody first', () => {
  expect(JOB_STATES.filter((state) => jobGroup(state) === 'needs-you')).toEqual(['uncertain', 'blocked']);
});
