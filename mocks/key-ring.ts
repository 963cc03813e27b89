import type { DemoSettings } from '../src/shared/settings';

/** Units of a new key. */
const USUAL_QUOTA = 100;

export type KeyProblem = 'missing' | 'unknown' | 'disabled' | 'exhausted';

export interface KeyRing {
  /** What is wrong with a request's Authorization header; undefined for nothing. Quota is asked for apart. */
  problemOf(authorization: string | null): Exclude<KeyProblem, 'exhausted'> | undefined;
  remaining(): number;
  /** Takes one unit; the caller has asked `remaining` in the same turn, so twenty at once cannot share one. */
  charge(): void;
  configure(patch: { active?: boolean; known?: boolean }): void;
  reset(): void;
  dump(): { setting: number | null; used: number };
  load(state: { setting: number | null; used: number }): void;
}

/** The one API key of the demo server. `failures.quota` is what is left from the moment at which it is set. */
export function createKeyRing(key: string, settings: () => DemoSettings): KeyRing {
  let active = true;
  let known = true;
  let setting: number | null = null;
  let used = 0;
  const remaining = (): number => {
    const wanted = settings().failures.quota;
    if (wanted !== setting) {
      setting = wanted;
      used = 0;
    }
    return Math.max(0, (setting ?? USUAL_QUOTA) - used);
  };
  return {
    problemOf(authorization) {
      const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
      if (given === undefined) return 'missing';
      if (given !== key || !known) return 'unknown';
      return active ? undefined : 'disabled';
    },
    remaining,
    charge() {
      remaining();
      used++;
    },
    configure(patch) {
      active = patch.active ?? active;
      known = patch.known ?? known;
    },
    reset() {
      active = known = true;
      setting = settings().failures.quota;
      used = 0;
    },
    dump: () => ({ setting, used }),
    load(state) {
      setting = state.setting;
      used = state.used;
    },
  };
}
