import type { ProfileView, VaultStatus } from '../../shared/contract';
import type { ProviderId } from '../../shared/settings';
import { call } from '../api';
import { isOpenAddress } from './address';
import { cleanSecret } from './clean-secret';

export interface ProfileValues {
  provider: ProviderId;
  name: string;
  baseUrl: string;
  role: ProfileView['role'];
  /** The warning about an address without encryption was accepted. */
  accepted: boolean;
  secret: string;
  keep: VaultStatus['kind'];
}

/**
 * Saves the profile, then its key where one was entered. `onSaved` hears of the profile in between: where the
 * keychain refuses, trying again must not make a second profile. Throws AppError.
 */
export async function saveProfile(
  values: ProfileValues,
  known: ProfileView | undefined,
  onSaved: (profile: ProfileView) => void,
): Promise<ProfileView> {
  const { provider, name, baseUrl, keep, accepted } = values;
  const saved = await call('profile.save', {
    ...(known && { id: known.id }),
    provider,
    name: name.trim(),
    baseUrl: baseUrl.trim(),
    // the other services have one kind of key only
    role: provider === 'paperbanana' ? values.role : 'user',
    ...(accepted && isOpenAddress(baseUrl) && { allowInsecure: true }),
  });
  onSaved(saved);
  const secret = cleanSecret(values.secret);
  return secret === '' ? saved : call('profile.setSecret', { id: saved.id, secret, keep });
}

/** Saves a key only. Throws AppError. */
export function saveKey(profile: ProfileView, secret: string, keep: VaultStatus['kind']): Promise<ProfileView> {
  return call('profile.setSecret', { id: profile.id, secret: cleanSecret(secret), keep });
}
