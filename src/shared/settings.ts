import { z } from 'zod';

export const PROVIDERS = ['paperbanana', 'bananahub', 'bananadev'] as const;
export const providerIdSchema = z.enum(PROVIDERS);
export type ProviderId = z.infer<typeof providerIdSchema>;

export const modeSchema = z.enum(['live', 'demo']);
export type Mode = z.infer<typeof modeSchema>;

/** Where a profile's secret lies; the secret itself is never in the settings. */
export const secretPlaceSchema = z.enum(['none', 'keychain', 'session']);

export const profileSchema = z.object({
  id: z.string(),
  provider: providerIdSchema,
  name: z.string().min(1).max(80),
  baseUrl: z.url(),
  /** `admin`: PaperBanana's admin key. */
  role: z.enum(['user', 'admin']),
  /** Plain http to another computer, accepted after a warning. */
  allowInsecure: z.boolean().optional(),
});
export type Profile = z.infer<typeof profileSchema>;

/** One account of each is the default; PaperBanana's admin keys have a default of their own. */
export const ACCOUNT_SLOTS = [...PROVIDERS, 'paperbanana.admin'] as const;
export type AccountSlot = (typeof ACCOUNT_SLOTS)[number];

export function slotOf({ provider, role }: Pick<Profile, 'provider' | 'role'>): AccountSlot {
  return provider === 'paperbanana' && role === 'admin' ? 'paperbanana.admin' : provider;
}

/** Documented base addresses; every profile may have its own. */
export const DEFAULT_BASE_URLS: Record<ProviderId, string> = {
  paperbanana: 'https://api.paperbanana.me',
  bananahub: 'https://bananahub.io/api/v1',
  bananadev: 'https://api.lowcodeapi.com/bananadev',
};

export const localeSettingSchema = z.enum(['system', 'en', 'zh-CN']);
export const themeSettingSchema = z.enum(['system', 'light', 'dark']);

/** What may go wrong on purpose, beyond the usual failures: on one endpoint, or on all. */
export const FAILURE_KINDS = [
  'status',
  'latency',
  'cut_before',
  'cut_after',
  'hang',
  'malformed',
  'html',
  'drip',
  'expired',
] as const;

export const failureRuleSchema = z.object({
  /** An endpoint's id, `bananahub.image` for the store of its pictures, or `*`. */
  endpoint: z.string().min(1).max(100),
  kind: z.enum(FAILURE_KINDS),
  /** Only for `status`. */
  status: z.number().int().min(400).max(599).optional(),
  /** Of a 422: words, or the list of fields. */
  shape: z.enum(['text', 'list']).optional(),
  /** Of `latency` and `drip`. */
  seconds: z.number().min(0).max(600).optional(),
  oneIn: z.number().int().min(1).max(999),
});
export type FailureRule = z.infer<typeof failureRuleSchema>;

export const MOST_RULES = 20;

export const demoSettingsSchema = z.object({
  /** How much faster than a real server: 1, 10, 60, or 0 for "at once". */
  speed: z.union([z.literal(0), z.literal(1), z.literal(10), z.literal(60)]),
  behaviour: z.enum(['documented', 'observed']),
  seed: z.number().int().min(0).max(999_999),
  failures: z.object({
    /** The quota that is left, or null for the usual. */
    quota: z.number().int().min(0).nullable(),
    /** Endless `one in n`; null is off. */
    cutAfterSending: z.number().int().min(1).nullable(),
    serverErrorOnPoll: z.number().int().min(1).nullable(),
    forgetTasks: z.boolean(),
    jobFails: z.boolean(),
  }),
  /** All that hit a request take effect; settings from before there were any load without. */
  rules: z.array(failureRuleSchema).max(MOST_RULES).default([]),
});
export type DemoSettings = z.infer<typeof demoSettingsSchema>;

export const DEFAULT_DEMO_SETTINGS: DemoSettings = {
  speed: 10,
  behaviour: 'documented',
  seed: 4711,
  failures: { quota: null, cutAfterSending: null, serverErrorOnPoll: null, forgetTasks: false, jobFails: false },
  rules: [],
};

export const webhookSettingsSchema = z.object({
  /** An address of this computer. */
  host: z.string(),
  port: z.number().int().min(0).max(65_535),
  startWithProgram: z.boolean(),
  /** Other computers may reach the listener: accepted after a warning. Without it nothing but loopback is opened. */
  exposed: z.boolean(),
});
export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

export const DEFAULT_WEBHOOK_SETTINGS: WebhookSettings = {
  host: '127.0.0.1',
  port: 47_821,
  startWithProgram: false,
  exposed: false,
};

export const settingsSchema = z.object({
  mode: modeSchema.nullable(),
  locale: localeSettingSchema,
  theme: themeSettingSchema,
  notifications: z.boolean(),
  /** Megabytes (10^6 bytes) of the largest file that is taken in. */
  maxFileMegabytes: z.number().int().min(1).max(500),
  profiles: z.array(profileSchema),
  activeProfile: z.partialRecord(z.enum(ACCOUNT_SLOTS), z.string()),
  demo: demoSettingsSchema,
  webhooks: webhookSettingsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = {
  mode: null,
  locale: 'system',
  theme: 'system',
  notifications: true,
  maxFileMegabytes: 200,
  profiles: [],
  activeProfile: {},
  demo: DEFAULT_DEMO_SETTINGS,
  webhooks: DEFAULT_WEBHOOK_SETTINGS,
};

/** The keys a user may change from the settings screen; profiles and mode have operations of their own. */
export const settingsPatchSchema = settingsSchema
  .pick({ locale: true, theme: true, notifications: true, maxFileMegabytes: true, demo: true })
  .partial();
