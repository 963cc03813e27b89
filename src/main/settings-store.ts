import { z } from 'zod';
import { DEFAULT_SETTINGS, demoSettingsSchema, settingsSchema, type Settings } from '../shared/settings';

/** The file behind the settings. `read` returns whatever stands in it. */
export interface SettingsFile {
  read(): unknown;
  write(settings: Settings): void;
  /** Keeps a copy of a file that could not be used as it is. */
  moveAside(): void;
}

export interface SettingsStore {
  get(): Settings;
  /** Writes and returns the settings with the keys of `patch` replaced; undefined leaves a key as it is. */
  update(patch: { [K in keyof Settings]?: Settings[K] | undefined }): Settings;
}

export interface SettingsStoreOptions {
  /** Called after every change. */
  onChanged(settings: Settings): void;
  log(message: string): void;
  /** `PLANTAIN_DEMO_SPEED`: stands over the setting, and is never written. */
  demoSpeed?: string | undefined;
}

const shape = settingsSchema.shape;

/** Every key by itself: one odd value (an older version, an editor) must not cost the list of accounts. */
function repair(stored: unknown): { settings: Settings; damaged: string[] } {
  const values = z
    .record(z.string(), z.unknown())
    .catch({})
    .parse(stored ?? {});
  const damaged: string[] = [];
  function take<K extends keyof Settings>(key: K): Settings[K] {
    if (values[key] === undefined) return DEFAULT_SETTINGS[key];
    const parsed = shape[key].safeParse(values[key]);
    if (parsed.success) return parsed.data as Settings[K];
    damaged.push(key);
    return DEFAULT_SETTINGS[key];
  }
  const settings: Settings = {
    mode: take('mode'),
    locale: take('locale'),
    theme: take('theme'),
    notifications: take('notifications'),
    maxFileMegabytes: take('maxFileMegabytes'),
    profiles: take('profiles'),
    activeProfile: take('activeProfile'),
    demo: take('demo'),
    webhooks: take('webhooks'),
  };
  return { settings, damaged };
}

/** The settings in memory, checked once when read, written at every change. */
export function createSettingsStore(file: SettingsFile, options: SettingsStoreOptions): SettingsStore {
  const { settings, damaged } = repair(file.read());
  let current = settings;
  if (damaged.length > 0) {
    options.log(`settings damaged, defaults used for: ${damaged.join(', ')}`);
    file.moveAside();
  }
  const speed = demoSettingsSchema.shape.speed.safeParse(options.demoSpeed ? Number(options.demoSpeed) : NaN);

  const get = (): Settings => (speed.success ? { ...current, demo: { ...current.demo, speed: speed.data } } : current);

  return {
    get,
    update(patch) {
      const changes = Object.entries(patch).filter(([, value]) => value !== undefined);
      current = settingsSchema.parse({ ...current, ...Object.fromEntries(changes) });
      file.write(current);
      options.onChanged(get());
      return get();
    },
  };
}
