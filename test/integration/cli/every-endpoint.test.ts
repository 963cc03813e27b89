import { expect, it } from 'vitest';
import { ENDPOINTS } from '../../../src/shared/endpoints/index';
import { plantain } from '../../support/cli';
import { temporaryFolder } from '../../support/temporary-folder';

it.each(ENDPOINTS.map(({ id }) => id))('calls %s with its documented example', async (id) => {
  const env = { PLANTAIN_USER_DATA: temporaryFolder() };
  const { status, out, err } = await plantain(['call', id, '--demo', '--example', '--wait', '--json'], { env });
  expect(err).toMatch(/^(?:\{"accepted":.*\}\n)?$/);
  expect(status).toBe(0);
  // a 204 has nothing to say
  if (id !== 'paperbanana.deleteKey') expect(JSON.parse(out)).toBeInstanceOf(Object);
});

it('lets --set stand over the example', async () => {
  const env = { PLANTAIN_USER_DATA: temporaryFolder() };
  const call = ['call', 'paperbanana.createKey', '--demo', '--example', '--set', 'name=another', '--json'];
  const { status, out } = await plantain(call, { env });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ name: 'another', quota_total: 100 });
  expect(JSON.parse(out)).toHaveProperty('key', expect.stringMatching(/^pb_/));
});
