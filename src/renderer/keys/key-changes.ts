import { isSecretRef } from '../../shared/secret-ref';
import type { ShownKey } from './key-record';

export interface NewKeyValues {
  name: string;
  limited: boolean;
  units: number | string;
  webhookUrl: string;
  webhookSecret: string;
}

/** The input of `createKey`: no limit is said by leaving the quota out. */
export function newKeyInput(values: NewKeyValues): Record<string, unknown> {
  const { name, limited, units, webhookUrl, webhookSecret } = values;
  return {
    name: name.trim(),
    ...(limited && units !== '' && { quota: units }),
    ...(webhookUrl.trim() !== '' && { webhook_url: webhookUrl.trim() }),
    ...(webhookSecret !== '' && { webhook_secret: webhookSecret }),
  };
}

/** What an edit of the quota sends: only numbers that were changed. */
export function quotaPatch(record: ShownKey, left: number | string, total: number | string): Record<string, unknown> {
  return {
    ...(left !== '' && left !== record.quota_remaining && { quota_remaining: left }),
    ...(total !== '' && total !== record.quota_total && { quota_total: total }),
  };
}

/** What an edit of the webhook sends: an empty text takes away, what is left out stays. */
export function webhookPatch(
  record: ShownKey,
  values: { url: string; secret: string; removeSecret: boolean },
): Record<string, unknown> {
  const url = values.url.trim();
  return {
    ...(url !== (record.webhook_url ?? '') && { webhook_url: url }),
    ...(values.removeSecret ? { webhook_secret: '' } : values.secret !== '' && { webhook_secret: values.secret }),
  };
}

/** The list with one key's facts renewed. Its handle stays: rows keep their place and their reveal. */
export function withChanged(keys: readonly ShownKey[], record: ShownKey, facts: Partial<ShownKey>): ShownKey[] {
  return keys.map((one) => (sameKey(one, record) ? { ...one, ...facts, key: one.key } : one));
}

export function without(keys: readonly ShownKey[], record: ShownKey): ShownKey[] {
  return keys.filter((one) => !sameKey(one, record));
}

function sameKey(one: ShownKey, other: ShownKey): boolean {
  if (isSecretRef(one.key) && isSecretRef(other.key)) return one.key.$secret === other.key.$secret;
  return one.key === other.key && one.name === other.name;
}
