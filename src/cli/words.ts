import { createTranslate, type Translate } from '../main/translate';
import type { AppErrorData, Issue } from '../shared/app-error';
import { endpointKey, matchLocale } from '../shared/i18n/locale';
import { nextStepKeys } from '../shared/i18n/next-step';

/** What people read, in the language of the terminal. */
export interface Words {
  t: Translate;
  title(endpointId: string): string;
  issue(issue: Issue): string;
  /** One line: what happened, with the server's own words where it gave any, and what it cost. */
  error(error: AppErrorData): string;
}

/** The language of messages as POSIX has it: the first of these that is set, as `zh_CN.UTF-8`. */
export function localeOf(env: NodeJS.ProcessEnv): 'en' | 'zh-CN' {
  const wish = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return matchLocale([wish.replace(/[.@].*$/, '').replace('_', '-')]);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function createWords(env: NodeJS.ProcessEnv): Words {
  const t = createTranslate(localeOf(env));
  // a key without words comes back as itself
  const known = (key: string, values?: Record<string, string | number>): string | undefined => {
    const text = t(key, values);
    return text === key ? undefined : text;
  };

  function issue({ field, code, message, params }: Issue): string {
    const values = { ...params, ...(message !== undefined && { message }) };
    const rule = code.startsWith('rule_') ? known(`rules.${code.slice('rule_'.length)}`, values) : undefined;
    const text = rule ?? known(`issues.${code}_${field}`, values) ?? known(`issues.${code}`, values);
    const own = text ?? message ?? t('issues.bad_value');
    const position = params?.['position'];
    const words = position === undefined ? own : t('issues.item', { position, text: own });
    return field === '' || rule !== undefined ? words : `${field}: ${words}`;
  }

  function spent({ spent }: AppErrorData): string {
    return spent === 'no' ? '' : t(spent === 'yes' ? 'cli.error.spentYes' : 'cli.error.spentMaybe');
  }

  return {
    t,
    issue,
    title: (id) => t(`endpoints.${endpointKey(id)}.title`),
    error(error) {
      const values = { ...error.params, ...(error.status !== undefined && { status: error.status }) };
      const happened = t(`errors.${error.code}.happened`, values);
      const detail = error.issues?.map(issue).join(' ') ?? error.detail ?? happened;
      const line = oneLine(t('cli.error.line', { title: t(`errors.${error.code}.title`, values), detail })).slice(
        0,
        1000,
      );
      // the nearest that can be done instead is worth a second sentence; usual advice is not
      const [special, usual] = nextStepKeys(error);
      const nearest = usual === undefined || special === undefined ? undefined : known(special);
      const more = [spent(error), nearest].filter(Boolean);
      return more.length === 0 ? line : [line.replace(/[^.。!！?？]$/u, '$&.'), ...more].join(' ');
    },
  };
}
