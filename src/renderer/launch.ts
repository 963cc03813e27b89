import { z } from 'zod';

const launchSchema = z.object({
  locale: z.enum(['en', 'zh-CN']).catch('en'),
  mode: z.enum(['live', 'demo']).catch('live'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  platform: z.string().catch('linux'),
  first: z.stringbool().catch(false),
});

/**
 * What the main process knew when it opened the window, handed over in the query of the page's address:
 * the first paint needs it, and asking would cost a round trip.
 */
export const launch = launchSchema.parse(Object.fromEntries(new URLSearchParams(window.location.search)));

/** macOS signs shortcuts with ⌘ and puts its traffic lights into the top bar. */
export const isMac = launch.platform === 'darwin';
