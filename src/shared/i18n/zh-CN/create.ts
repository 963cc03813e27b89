import type { create as en } from '../en/create';
import type { Translation } from '../translation';

export const create: Translation<typeof en> = {};
