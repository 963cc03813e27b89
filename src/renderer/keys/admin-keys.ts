import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { z } from 'zod';
import { AppError } from '../../shared/app-error';
import type { ProfileView } from '../../shared/contract';
import { call } from '../api';
import { noted } from '../ui/last-answers';
import { shownKeySchema, type ShownKey } from './key-record';

const listSchema = z.array(shownKeySchema);

/** Names the list in the cache: with another server or another admin key it is another list. */
export const adminKeysOf = (admin: ProfileView) =>
  ['admin.keys', admin.id, admin.baseUrl, admin.secret, admin.secretHint] as const;

async function fetchKeys(admin: ProfileView): Promise<ShownKey[]> {
  const asked = call('call.run', { endpoint: 'paperbanana.listKeys', input: {}, profileId: admin.id });
  const { answer } = await noted(admin.id, asked);
  const parsed = listSchema.safeParse(answer);
  if (!parsed.success) throw new AppError('bad_answer');
  return parsed.data;
}

/** The keys that a server has handed out, asked with an admin's key; nothing is asked without one. */
export function useAdminKeys(admin: ProfileView | undefined): UseQueryResult<ShownKey[], AppError> {
  return useQuery<ShownKey[], AppError>({
    queryKey: admin ? adminKeysOf(admin) : ['admin.keys'],
    queryFn: () => (admin ? fetchKeys(admin) : []),
    enabled: admin !== undefined && admin.secret !== 'none',
  });
}
