import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/app-error';
import { isWatched, jobGroup, type Job } from '../../shared/job';
import { lookUp } from '../i18n';
import { formatBytes, formatElapsed } from '../ui/format';
import { jobDuration, mainPicture, oddAnswer } from '../ui/job-words';
import { listText } from '../ui/list-text';
import { useNow, useToday } from '../ui/now';
import { momentText } from '../ui/time-text';

/** True while a second more or less is to be seen. */
const ticks = (job: Job): boolean => jobGroup(job.state) === 'under-way';

/** "asked again in 3 s", counted down by the shared ticker. */
function AskedAgain({ job }: { job: Job }) {
  const { t } = useTranslation();
  const now = useNow(ticks(job) && job.nextPollAt !== null);
  if (!isWatched(job.state) || job.nextPollAt === null) return null;
  const seconds = Math.ceil((job.nextPollAt - now) / 1000);
  if (seconds <= 0) return <>{t('jobs.hint.askedNow')}</>;
  const time =
    seconds < 100 ? t('queue.seconds', { count: seconds }) : t('queue.minutes', { count: Math.round(seconds / 60) });
  return <>{t('jobs.hint.askedAgain', { time })}</>;
}

/** "sent again in 8 s, with the same key": nobody needs to fear a second charge. */
function SentAgain({ at, short }: { at: number; short: boolean }) {
  const { t } = useTranslation();
  const seconds = Math.ceil((at - useNow(true)) / 1000);
  if (seconds <= 0) return <>{t(short ? 'jobs.resend.shortlyNow' : 'jobs.resend.now')}</>;
  const time =
    seconds < 100 ? t('queue.seconds', { count: seconds }) : t('queue.minutes', { count: Math.round(seconds / 60) });
  return <>{t(short ? 'jobs.resend.shortly' : 'jobs.resend.in', { time })}</>;
}

/** What stands beside the state's word; `short` where there is little room. */
export function JobHint({ job, short = false }: { job: Job; short?: boolean }) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const { state } = job;
  switch (state) {
    case 'prepared':
      return null;
    case 'sending':
      return job.nextPollAt === null ? <>{t('jobs.hint.sending')}</> : <SentAgain at={job.nextPollAt} short={short} />;
    case 'uncertain':
      return <>{t('jobs.hint.noAnswer')}</>;
    case 'queued':
    case 'running':
      return (
        <>
          {oddAnswer(job) && `${lookUp(`errors.${oddAnswer(job) ?? ''}.title`, job.error?.params) ?? ''} · `}
          <AskedAgain job={job} />
        </>
      );
    case 'collecting':
      return <>{t('jobs.hint.collecting')}</>;
    case 'blocked':
      return (
        <>
          {t('queue.blockedHint', {
            problem: lookUp(`errors.${job.error?.code ?? 'unauthorized'}.title`, job.error?.params) ?? '',
          })}
        </>
      );
    case 'failed':
      return <>{lookUp(`errors.${job.error?.code ?? 'job_failed'}.title`, job.error?.params)}</>;
    case 'unwatched':
      return <>{t('jobs.hint.stopped')}</>;
    case 'done': {
      const picture = mainPicture(job.assets) ?? job.assets[0];
      const locale = i18n.language;
      const facts = [
        job.finishedAt === null ? '' : momentText(job.finishedAt, today, locale),
        picture?.width && picture.height
          ? `${picture.width} × ${picture.height} ${picture.format.toUpperCase()}`
          : (picture?.format.toUpperCase() ?? ''),
        picture ? formatBytes(picture.bytes, locale) : '',
      ];
      return <>{listText(facts, locale)}</>;
    }
    default:
      return assertNever(state);
  }
}

/** Elapsed time while it goes on, how long it took once it has ended, and since when it waits for somebody. */
export function JobTime({ job }: { job: Job }) {
  const { t, i18n } = useTranslation();
  const now = useNow(ticks(job));
  const today = useToday();
  if (jobGroup(job.state) === 'needs-you')
    return (
      <span className="number">{t('queue.since', { time: momentText(job.createdAt, today, i18n.language) })}</span>
    );
  if (!ticks(job) && job.finishedAt === null) return <span />;
  return <span className="number">{formatElapsed(jobDuration(job, now))}</span>;
}
