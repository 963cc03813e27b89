import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/main/jobs/database';
import { createDraftRepository } from '../../src/main/jobs/draft-repository';
import { ENDPOINTS } from '../../src/shared/endpoints/index';
import { describeFields } from '../../src/shared/fields';
import { createFakeClock } from '../support/fake-clock';
import { createFakeLog } from '../support/fake-log';
import { openIpc } from '../support/ipc-world';
import { temporaryFolder } from '../support/temporary-folder';

const STRANGE = { api_key: 'pb_canary', constructor: 'x', 'a.b': 1, '': 2, Caption: 'c', authorization: 'Bearer x' };

it.each(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (id, endpoint) => {
  const { dispatch } = await openIpc();
  const fields = describeFields(endpoint.input);
  const declared = Object.fromEntries(fields.map(({ name }) => [name, `typed into ${name}`]));
  expect(await dispatch('draft.set', { endpoint: id, values: { ...STRANGE, ...declared } }, undefined)).toEqual({
    ok: true,
    value: undefined,
  });
  const kept = Object.fromEntries(
    Object.entries(declared).filter(([name]) => !fields.find((one) => one.name === name)?.masked),
  );
  expect(await dispatch('draft.get', { endpoint: id }, undefined)).toEqual({ ok: true, value: kept });
});

it('gives out nothing else of what an older version kept', () => {
  const clock = createFakeClock();
  const { database } = openDatabase(join(temporaryFolder(), 'history.db'), { clock, log: createFakeLog() });
  const content = JSON.stringify({ ...STRANGE, caption: 'Mine' });
  database
    .prepare('INSERT INTO drafts (endpoint, content, updated_at) VALUES (?, ?, ?)')
    .run('paperbanana.generate', content, 1);
  expect(createDraftRepository(database, clock).get('paperbanana.generate')).toEqual({ caption: 'Mine' });
  database.close();
});
