import { expect, it } from 'vitest';
import type { ProfileView } from '../../../../src/shared/contract';
import { adminFor, ownRecord } from '../../../../src/renderer/keys/own-record';

const profile = (values: Partial<ProfileView>): ProfileView => ({
  ...{ id: 'lab', provider: 'paperbanana', name: 'Lab', baseUrl: 'https://figures.example', role: 'user' },
  ...{ active: true, secret: 'keychain', secretHint: 'a41f' },
  ...values,
});
const key = (end: string) => ({ key: { $secret: `handle-${end}`, hint: `pb_••••${end}` }, name: end });

it('finds the one key that ends as the profile’s does', () => {
  expect(ownRecord(profile({}), [key('07c2'), key('a41f')])?.name).toBe('a41f');
  expect(ownRecord(profile({}), [key('07c2')])).toBeUndefined();
});

it('takes none where two keys end alike, or the profile’s end is not known', () => {
  expect(ownRecord(profile({}), [key('a41f'), { ...key('a41f'), name: 'twin' }])).toBeUndefined();
  expect(ownRecord(profile({ secretHint: null }), [key('a41f')])).toBeUndefined();
});

it('asks the admin of the same server, and only one who has a key', () => {
  const admin = profile({ id: 'admin', role: 'admin', baseUrl: 'https://figures.example/' });
  const elsewhere = profile({ id: 'far', role: 'admin', baseUrl: 'https://other.example' });
  expect(adminFor(profile({}), [elsewhere, admin])?.id).toBe('admin');
  expect(adminFor(profile({}), [elsewhere, { ...admin, secret: 'none' }])).toBeUndefined();
});
