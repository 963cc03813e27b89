import { expect, it } from 'vitest';
import { queueRows } from '../../../../src/renderer/queue/queue-rows';
import type { Job, JobState } from '../../../../src/shared/job';

const job = (id: string, state: JobState): Job => ({
  id,
  endpoint: 'paperbanana.generate',
  provider: 'paperbanana',
  profileId: 'p',
  profileName: 'Lab key',
  baseUrl: 'https://api.example',
  title: id,
  state,
  remoteId: null,
  createdAt: 0,
  sentAt: null,
  acceptedAt: null,
  finishedAt: null,
  nextPollAt: null,
  pollCount: 0,
  error: null,
  description: null,
  units: null,
  seen: true,
  assets: [],
});
const open = [job('a', 'running'), job('b', 'blocked'), job('c', 'sending'), job('d', 'uncertain')];
const ended = ['e', 'f', 'g', 'h', 'i', 'j'].map((id) => job(id, 'done'));
const words = (rows: ReturnType<typeof queueRows>): string[] => rows.map(({ id }) => id);

it('puts what needs somebody first, then what is under way, then a few that have ended', () => {
  expect(words(queueRows('open', open, ended))).toEqual([
    'needsYou',
    'b',
    'd',
    'underWay',
    'a',
    'c',
    'endedLately',
    'e',
    'f',
    'g',
    'h',
    'i',
  ]);
});

it('leaves out empty groups', () => {
  expect(words(queueRows('open', [job('a', 'queued')], []))).toEqual(['underWay', 'a']);
  expect(queueRows('all', [], [])).toEqual([]);
});

it('shows every ended job and nothing else under Done', () => {
  expect(words(queueRows('ended', open, ended))).toEqual(['endedGroup', 'e', 'f', 'g', 'h', 'i', 'j']);
});
