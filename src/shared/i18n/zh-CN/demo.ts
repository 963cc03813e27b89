import type { demo as en } from '../en/demo';
import type { Translation } from '../translation';

export const demo: Translation<typeof en> = {};
