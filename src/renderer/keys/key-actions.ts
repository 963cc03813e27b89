import { AppError } from '../../shared/app-error';
import type { ProfileView } from '../../shared/contract';
import { call, queryClient } from '../api';
import { adminKeysOf } from './admin-keys';
import { shownKeyDetailSchema, shownKeySchema, type ShownKey, type ShownKeyDetail } from './key-record';
import { noted } from '../ui/last-answers';
import { toastError } from '../ui/toast';
import { newKeyInput, withChanged, without, type NewKeyValues } from './key-changes';

export interface KeyActions {
  /** At once on the screen, taken back where the server refuses. */
  setActive(record: ShownKey, active: boolean): void;
  /** All that follow throw AppError. */
  create(values: NewKeyValues): Promise<ShownKey>;
  detail(record: ShownKey): Promise<ShownKeyDetail>;
  update(record: ShownKey, patch: Record<string, unknown>): Promise<void>;
  remove(record: ShownKey): Promise<void>;
}

/** What an admin does with the keys of a server. The list on the screen follows each answer without being asked anew. */
export function keyActions(admin: ProfileView): KeyActions {
  const list = adminKeysOf(admin);
  const change = (by: (keys: ShownKey[]) => ShownKey[]): void => {
    queryClient.setQueryData<ShownKey[]>(list, (keys) => keys && by(keys));
  };
  const ask = async (endpoint: string, input: Record<string, unknown>): Promise<unknown> => {
    const asked = call('call.run', { endpoint: `paperbanana.${endpoint}`, input, profileId: admin.id });
    return (await noted(admin.id, asked)).answer;
  };
  const read = (answer: unknown): ShownKey => {
    const parsed = shownKeySchema.safeParse(answer);
    if (!parsed.success) throw new AppError('bad_answer');
    return parsed.data;
  };
  const update = async (record: ShownKey, patch: Record<string, unknown>): Promise<void> => {
    const answer = read(await ask('updateKey', { key: record.key, ...patch }));
    // servers leave out the webhook that a key has no more
    change((keys) => withChanged(keys, record, { webhook_url: null, ...answer }));
  };

  return {
    update,
    setActive(record, active) {
      change((keys) => withChanged(keys, record, { active }));
      update(record, { active }).catch((error: unknown) => {
        change((keys) => withChanged(keys, record, { active: !active }));
        toastError(error);
      });
    },
    async create(values) {
      const made = read(await ask('createKey', newKeyInput(values)));
      change((keys) => [made, ...keys]);
      return made;
    },
    async detail(record) {
      const parsed = shownKeyDetailSchema.safeParse(await ask('getKey', { key: record.key }));
      if (!parsed.success) throw new AppError('bad_answer');
      return parsed.data;
    },
    async remove(record) {
      await ask('deleteKey', { key: record.key });
      change((keys) => without(keys, record));
    },
  };
}
