import type { cli as en } from '../en/cli';
import type { Translation } from '../translation';

export const cli: Translation<typeof en> = {};
