import type { library as en } from '../en/library';
import type { Translation } from '../translation';

export const library: Translation<typeof en> = {};
