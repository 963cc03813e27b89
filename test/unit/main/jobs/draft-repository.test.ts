import { expect, it } from 'vitest';
import { createDraftRepository } from '../../../../src/main/jobs/draft-repository';
import { createJobWorld } from '../../../support/job-world';

it('keeps the last draft of each endpoint until it is thrown away', () => {
  const { database, clock } = createJobWorld();
  const drafts = createDraftRepository(database, clock);
  expect(drafts.get('paperbanana.generate')).toBeNull();
  drafts.set('paperbanana.generate', { caption: 'one' });
  drafts.set('paperbanana.generate', { caption: 'two', iterations: 5 });
  drafts.set('paperbanana.generateFromPdf', { pages: '1-3' });
  expect(drafts.get('paperbanana.generate')).toEqual({ caption: 'two', iterations: 5 });
  drafts.set('paperbanana.generate', null);
  expect(drafts.get('paperbanana.generate')).toBeNull();
  expect(drafts.get('paperbanana.generateFromPdf')).toEqual({ pages: '1-3' });
});

it('keeps nothing for an endpoint that does not exist', () => {
  const { database, clock } = createJobWorld();
  const drafts = createDraftRepository(database, clock);
  drafts.set('paperbanana.nothing', { caption: 'x' });
  expect(drafts.get('paperbanana.nothing')).toBeNull();
});
