import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type AccountOptions, findAccount, readSettings } from '../../../src/cli/accounts';
import { createWords } from '../../../src/cli/words';
import { AppError } from '../../../src/shared/app-error';
import { generate, health } from '../../../src/shared/endpoints/paperbanana';
import { DEFAULT_SETTINGS, type Profile } from '../../../src/shared/settings';
import { temporaryFolder } from '../../support/temporary-folder';

const { t } = createWords({});
const lab: Profile = {
  id: 'lab',
  provider: 'paperbanana',
  name: 'Lab',
  baseUrl: 'https://banana.lab.example',
  role: 'user',
};
const other: Profile = { ...lab, id: 'other', baseUrl: 'https://other.example' };
const settings = { ...DEFAULT_SETTINGS, profiles: [lab, other], activeProfile: { paperbanana: 'other' } };

function find(options: Partial<AccountOptions> = {}) {
  const vault: AccountOptions['vault'] = {
    find: async (id) => ({ secret: `pb_${id}`, place: 'keychain', server: 'https://other.example' }),
  };
  return findAccount({ endpoint: generate, baseUrl: undefined, env: {}, settings, vault, t, ...options });
}

it('takes the key from the environment first, for the documented server', async () => {
  const env = { PLANTAIN_PAPERBANANA_KEY: ' pb_env \n' };
  expect(await find({ env })).toEqual({
    profile: {
      ...{
        id: expect.stringMatching(/^environment:[0-9a-f]{8}$/) as string,
        name: 'PLANTAIN_PAPERBANANA_KEY',
        provider: 'paperbanana',
        role: 'user',
      },
      baseUrl: 'https://api.paperbanana.me',
    },
    secret: 'pb_env',
  });
  const { profile } = await find({ env, baseUrl: 'http://127.0.0.1:8000/' });
  expect(profile.baseUrl).toBe('http://127.0.0.1:8000');
  expect(profile.id).not.toBe((await find({ env })).profile.id);
});

it('takes the active account and its key from the keychain', async () => {
  expect(await find()).toEqual({ profile: other, secret: 'pb_other' });
});

it('sends the keychain’s key to no other server', async () => {
  await expect(find({ baseUrl: 'https://evil.example' })).rejects.toMatchObject({
    data: { code: 'no_credential', detail: expect.stringContaining('https://other.example') as unknown },
  });
  expect((await find({ baseUrl: 'https://other.example/v2' })).profile.baseUrl).toBe('https://other.example/v2');
});

it('says which variable is missing', async () => {
  const detail = expect.stringContaining('PLANTAIN_PAPERBANANA_KEY') as unknown;
  const refusal = { data: { code: 'no_credential', detail } };
  await expect(find({ settings: DEFAULT_SETTINGS })).rejects.toMatchObject(refusal);
  await expect(find({ vault: { find: async () => null } })).rejects.toMatchObject(refusal);
});

it('names the variable where its key is none, where the keychain is silent, and the option for a bad address', async () => {
  const issue = (field: string, code: string) => ({ data: { code: 'invalid_input', issues: [{ field, code }] } });
  const env = { PLANTAIN_PAPERBANANA_KEY: 'pb_a b' };
  await expect(find({ env })).rejects.toMatchObject(issue('PLANTAIN_PAPERBANANA_KEY', 'one_line'));
  await expect(find({ baseUrl: 'nowhere' })).rejects.toMatchObject(issue('--base-url', 'not_a_url'));
  const vault = { find: () => Promise.reject(new AppError('vault_unavailable')) };
  const detail = expect.stringContaining('PLANTAIN_PAPERBANANA_KEY') as unknown;
  await expect(find({ vault })).rejects.toMatchObject({ data: { code: 'vault_unavailable', detail } });
});

it('needs no key where the endpoint needs none', async () => {
  const nobody = { endpoint: health, vault: { find: () => Promise.reject(new Error('asked')) } };
  expect(await find(nobody)).toMatchObject({ profile: { baseUrl: 'https://other.example' }, secret: null });
  expect((await find({ ...nobody, settings: DEFAULT_SETTINGS })).profile.baseUrl).toBe('https://api.paperbanana.me');
});

it('takes no address that would give the key away', async () => {
  const env = { PLANTAIN_PAPERBANANA_KEY: 'pb_env' };
  await expect(find({ env, baseUrl: 'http://far.example' })).rejects.toMatchObject({
    data: { issues: [{ code: 'insecure_base_url' }] },
  });
});

it('reads the window’s settings, whatever state they are in', () => {
  const folder = temporaryFolder();
  expect(readSettings(folder)).toEqual(DEFAULT_SETTINGS);
  writeFileSync(join(folder, 'settings.json'), '{"profiles":');
  expect(readSettings(folder)).toEqual(DEFAULT_SETTINGS);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ profiles: [lab], maxFileMegabytes: 'many' }));
  expect(readSettings(folder)).toEqual({ ...DEFAULT_SETTINGS, profiles: [lab] });
});
