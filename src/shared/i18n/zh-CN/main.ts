import type { main as en } from '../en/main';
import type { Translation } from '../translation';

export const main: Translation<typeof en> = {};
