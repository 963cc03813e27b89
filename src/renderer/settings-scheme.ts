import type { MantineColorSchemeManager } from '@mantine/core';

/** The theme is a setting of the program: what the window kept of its own would win over it at the next start. */
export const settingsScheme: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
