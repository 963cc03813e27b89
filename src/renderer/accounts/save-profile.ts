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

/** Saves the profile, together with its key where one was entered: both or neither. Throws AppError. */
export function saveProfile(values: ProfileValues, known: ProfileView | undefined): Promise<ProfileView> {
  const { provider, name, baseUrl, keep, accepted } = values;
  const secret = cleanSecret(values.secret);
  return call('profile.save', {
    ...(known && { id: known.id }),
    provider,
    name: name.trim(),
    baseUrl: baseUrl.trim(),
    // the other services have one kind of key only
    role: provider === 'paperbanana' ? values.role : 'user',
    ...(accepted && isOpenAddress(baseUrl) && { allowInsecure: true }),
    ...(secret !== '' && { key: { secret, keep } }),
  });
}

/** Saves a key only. Throws AppError. */
export function saveKey(profile: ProfileView, { secret, keep }: ProfileValues): Promise<ProfileView> {
  return call('profile.setSecret', { id: profile.id, secret: cleanSecret(secret), keep });
}
