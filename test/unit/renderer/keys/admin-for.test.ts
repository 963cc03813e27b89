import { expect, it } from 'vitest';
import type { ProfileView } from '../../../../src/shared/contract';
import { adminFor } from '../../../../src/renderer/keys/admin-for';

const profile = (values: Partial<ProfileView>): ProfileView => ({
  ...{ id: 'lab', provider: 'paperbanana', name: 'Lab', baseUrl: 'https://figures.example', role: 'user' },
  ...{ active: true, secret: 'keychain', secretHint: 'a41f', keyServer: null },
  ...values,
});

it('asks the admin of the same server, and only one who has a key', () => {
  const admin = profile({ id: 'admin', role: 'admin', baseUrl: 'https://figures.example/' });
  const elsewhere = profile({ id: 'far', role: 'admin', baseUrl: 'https://other.example' });
  expect(adminFor(profile({}), [elsewhere, admin])?.id).toBe('admin');
  expect(adminFor(profile({}), [elsewhere, { ...admin, secret: 'none' }])).toBeUndefined();
});
