import { AppError } from '../shared/app-error';
import type { OperationInput, ProfileView } from '../shared/contract';
import type { Endpoint } from '../shared/endpoints/endpoint';
import type { Profile } from '../shared/settings';

/** The accounts of one mode. All that name an id throw invalid_input where there is no such account. */
export interface ProfileBook {
  list(): Promise<ProfileView[]>;
  save(values: OperationInput<'profile.save'>): Promise<ProfileView>;
  activate(id: string): void;
  /** Takes the secret along. */
  remove(id: string): Promise<void>;
  setSecret(values: OperationInput<'profile.setSecret'>): Promise<ProfileView>;
  deleteSecret(id: string): Promise<ProfileView>;
  /** The account to use: the one named, else the active one, else the first with the right role. Throws no_credential. */
  profileFor(endpoint: Endpoint, id: string | undefined): Profile;
  /**
   * For a request to `address`. Null where there is none. Throws vault_unavailable where that cannot be known,
   * key_elsewhere or key_unbound where it was entered for another server.
   */
  secretOf(id: string, address: string): Promise<string | null>;
  /** The webhook secret that an account is born with; nobody's own account is. */
  webhookSecretOf?(id: string): Promise<string | null>;
}

export const unknownProfile = (): AppError =>
  new AppError('invalid_input', { issues: [{ field: 'id', code: 'bad_value' }] });

/** The kind of key that an endpoint wants; undefined where it wants none, or a service has one kind only. */
export function roleFor({ credential }: Endpoint): Profile['role'] | undefined {
  return credential.kind === 'bearer' ? credential.role : undefined;
}

/** The rule of `profileFor`, which both books share. `active`: the default account of the endpoint's slot. */
export function chooseProfile(
  profiles: readonly Profile[],
  active: string | undefined,
  endpoint: Endpoint,
  id: string | undefined,
): Profile {
  const own = profiles.filter((profile) => profile.provider === endpoint.provider);
  if (id !== undefined) {
    const named = own.find((profile) => profile.id === id);
    if (!named) throw unknownProfile();
    return named;
  }
  const role = roleFor(endpoint);
  const fitting = own.filter((profile) => role === undefined || profile.role === role);
  const chosen = fitting.find((profile) => profile.id === active) ?? fitting[0];
  if (!chosen) throw new AppError('no_credential');
  return chosen;
}

/** What tells keys apart without giving them away; nothing where a key is too short for that. */
export function secretHint(secret: string | null): string | null {
  return secret !== null && secret.length >= 12 ? secret.slice(-4) : null;
}
