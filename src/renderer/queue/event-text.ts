import i18next from 'i18next';
import { jobStateSchema, type Job, type JobEvent } from '../../shared/job';
import { lookUp } from '../i18n';
import { formatBytes } from '../ui/format';

interface EventText {
  title: string;
  /** A second, quieter line. */
  more?: string;
}

const codeTitle = (event: JobEvent): string | undefined => {
  const code = event.params?.['code'];
  return typeof code === 'string' ? lookUp(`errors.${code}.title`, event.params) : undefined;
};

/** One event in words. A detail that the record does not have is left out rather than guessed. */
export function eventText(
  event: JobEvent,
  job: Pick<Job, 'provider' | 'remoteId' | 'units'>,
  locale: string,
): EventText {
  const params = event.params ?? {};
  const { t } = i18next;
  const withCode = (title: string): EventText => {
    const more = codeTitle(event);
    return more === undefined ? { title } : { title, more };
  };
  switch (event.kind) {
    case 'prepared':
      return { title: t('jobs.event.prepared'), more: t('jobs.event.preparedMore') };
    case 'sending': {
      const bytes = params['size'];
      return {
        title:
          typeof bytes === 'number'
            ? t('jobs.event.sending', { size: formatBytes(bytes, locale) })
            : t('jobs.state.sending'),
      };
    }
    case 'accepted': {
      const title = t('jobs.event.accepted', { id: job.remoteId ?? '' });
      // the others count no units: the catalogue says how they charge
      const charged = job.units ? lookUp(`create.charged.${job.provider}`) : undefined;
      if (charged !== undefined) return { title, more: charged };
      return job.units === null ? { title } : { title, more: t('jobs.event.acceptedMore', { count: job.units }) };
    }
    case 'polled': {
      const state = jobStateSchema.safeParse(params['state']);
      const word = state.success ? t(`jobs.state.${state.data}`) : '';
      return {
        title: t('jobs.event.polled', { count: event.count, state: locale === 'en' ? word.toLowerCase() : word }),
      };
    }
    case 'poll_failed':
      return withCode(t('jobs.event.poll_failed', { count: event.count }));
    case 'stored': {
      const count = Number(params['files'] ?? 1);
      return { title: count === 0 ? t('jobs.event.storedAnswer') : t('jobs.event.stored', { count }) };
    }
    case 'blocked':
    case 'failed':
    case 'not_sent':
    case 'uncertain':
    case 'unblocked':
    case 'completed':
    case 'stopped':
    case 'resumed':
    case 'resolved':
    case 'sent_again':
    case 'given_up':
    case 'recovered':
    case 'taken_up':
    case 'handed_over':
      return withCode(t(`jobs.event.${event.kind}`));
  }
}
