import { en, type English } from './en/all';
import type { Translation } from './translation';
import { zhCN } from './zh-CN/all';

/** All texts of the program by language. English is the source of the keys; the types hold the others to them. */
export const CATALOGUES: { en: English; 'zh-CN': Translation<English> } = { en, 'zh-CN': zhCN };
