import { z } from 'zod';
import type { DemoSettings } from '../src/shared/settings';

/** Units of the demo's key. */
const USUAL_QUOTA = 100;
/** Lines of a key's usage log that are told. */
const LOG_LINES = 100;

const count = z.int().nonnegative();
const keySchema = z.object({
  key: z.string(),
  name: z.string(),
  /** null is without limit. */
  quota_remaining: count.nullable(),
  quota_total: count.nullable(),
  total_used: count,
  active: z.boolean(),
  created_at: z.string(),
  webhook_url: z.string().nullable(),
  webhook_secret: z.string().nullable(),
  usage_log: z.array(z.object({ id: count, task_id: z.string(), endpoint: z.string(), created_at: z.string() })),
});
export type ApiKey = z.infer<typeof keySchema>;

export const ringSchema = z.object({ setting: count.nullable(), lines: count, keys: z.array(keySchema) });
type Ring = z.infer<typeof ringSchema>;

export type KeyProblem = 'missing' | 'unknown' | 'disabled' | 'exhausted';

export interface KeyRing {
  /** The key of a request's Authorization header, or what is wrong with it. Quota is asked for apart. */
  read(authorization: string | null): ApiKey | Exclude<KeyProblem, 'exhausted'>;
  /** Infinity for a key without limit. */
  remaining(key: ApiKey): number;
  /** Takes one unit; the caller has asked `remaining` in the same turn, so twenty at once cannot share one. */
  charge(key: ApiKey, use: { taskId: string; endpoint: string; at: string }): void;
  /** Newest first. */
  list(): readonly ApiKey[];
  add(key: ApiKey): void;
  /** By the whole key, or by its beginning with `...` behind it where no other begins alike. */
  find(name: string): ApiKey | undefined;
  remove(key: ApiKey): void;
  /** The demo's own key: disabled, or deleted for a while. */
  configure(patch: { active?: boolean; known?: boolean }): void;
  /** A full purse for the demo's key. */
  refill(): void;
  reset(keys: readonly ApiKey[]): void;
  dump(): Ring;
  load(state: Ring): void;
}

/** The API keys of the demo server. `failures.quota` is what `own` has left from the moment at which it is set. */
export function createKeyRing(own: string, settings: () => DemoSettings): KeyRing {
  let known = true;
  let setting: number | null = null;
  let lines = 0;
  let keys: ApiKey[] = [];

  function refill(): void {
    const key = keys.find((item) => item.key === own);
    if (key) key.quota_remaining = setting ?? USUAL_QUOTA;
  }
  function followControls(): void {
    const wanted = settings().failures.quota;
    if (wanted === setting) return;
    setting = wanted;
    refill();
  }

  return {
    read(authorization) {
      const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
      if (given === undefined) return 'missing';
      followControls();
      const key = keys.find((item) => item.key === given);
      if (!key || (given === own && !known)) return 'unknown';
      return key.active ? key : 'disabled';
    },
    remaining: (key) => key.quota_remaining ?? Infinity,
    charge(key, { taskId, endpoint, at }) {
      if (key.quota_remaining !== null) key.quota_remaining = Math.max(0, key.quota_remaining - 1);
      key.total_used++;
      key.usage_log.unshift({ id: ++lines, task_id: taskId, endpoint, created_at: at });
      key.usage_log.length = Math.min(key.usage_log.length, LOG_LINES);
    },
    list() {
      followControls();
      return [...keys].reverse();
    },
    add(key) {
      keys.push(key);
    },
    find(name) {
      followControls();
      const short = /^(.{9,})\.\.\.$/.exec(name)?.[1];
      const found = keys.filter(({ key }) => (short === undefined ? key === name : key.startsWith(short)));
      return found.length === 1 ? found[0] : undefined;
    },
    remove(key) {
      keys = keys.filter((item) => item !== key);
    },
    configure(patch) {
      const key = keys.find((item) => item.key === own);
      if (key && patch.active !== undefined) key.active = patch.active;
      known = patch.known ?? known;
    },
    refill,
    reset(fresh) {
      known = true;
      setting = settings().failures.quota;
      keys = [];
      for (const key of fresh) keys.push({ ...key, usage_log: [...key.usage_log] });
      lines = Math.max(0, ...keys.flatMap((key) => key.usage_log.map(({ id }) => id)));
      refill();
    },
    dump: () => ({ setting, lines, keys }),
    load(state) {
      ({ setting, lines, keys } = state);
    },
  };
}
