import type { welcome as en } from '../en/welcome';
import type { Translation } from '../translation';

export const welcome: Translation<typeof en> = {};
