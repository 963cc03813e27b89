import type { queue as en } from '../en/queue';
import type { Translation } from '../translation';

export const queue: Translation<typeof en> = {};
