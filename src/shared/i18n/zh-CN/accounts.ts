import type { accounts as en } from '../en/accounts';
import type { Translation } from '../translation';

export const accounts: Translation<typeof en> = {};
