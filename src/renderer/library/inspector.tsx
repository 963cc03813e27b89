import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  Braces,
  Copy,
  Download,
  FileCode,
  FileImage,
  FileText,
  FolderOpen,
  LayoutGrid,
  SquarePen,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Asset, JobDetail } from '../../shared/job';
import { CopyButton } from '../ui/copy-button';
import { Disclosure } from '../ui/disclosure';
import { Exchanges } from '../ui/exchanges';
import { formatBytes, formatElapsed } from '../ui/format';
import { copyPicture, openAsDraft, saveAs, showInFolder } from '../ui/job-actions';
import { JobState } from '../ui/job-state';
import { endpointTitle, jobDuration, jobTitle, mainPicture } from '../ui/job-words';
import { listText } from '../ui/list-text';
import { useToday } from '../ui/now';
import { Shortcut } from '../ui/shortcut';
import { toFigure } from '../ui/to-figure';
import { clockText, dayOf, dayText } from '../ui/time-text';
import styles from './inspector.module.css';

const ICONS: Readonly<Record<string, LucideIcon>> = { svg: FileCode, pdf: FileText, json: Braces };

function FileIcon({ format }: { format: string }) {
  const Icon = ICONS[format] ?? FileImage;
  return <Icon size={16} strokeWidth={1.6} aria-hidden />;
}

interface FileLineProps {
  jobId: string;
  asset: Asset;
  shown: boolean;
  onShow: () => void;
}

function FileLine({ jobId, asset, shown, onShow }: FileLineProps) {
  const { t, i18n } = useTranslation();
  const format = asset.format.toUpperCase();
  const save = t('library.saveFile', { format });
  return (
    <li className={styles.file} data-shown={shown ? '' : undefined}>
      <button type="button" className={styles.fileMain} aria-current={shown ? 'true' : undefined} onClick={onShow}>
        <FileIcon format={asset.format} />
        <span>{format}</span>
        <span className={styles.fileFacts}>
          {asset.width !== null &&
            asset.height !== null &&
            t('library.pixels', { width: asset.width, height: asset.height })}
          {asset.incomplete && ` ${t('library.incompleteFile')}`}
        </span>
        <span className={styles.fileBytes}>{formatBytes(asset.bytes, i18n.language)}</span>
      </button>
      <Tooltip label={save}>
        <ActionIcon
          size={24}
          aria-label={save}
          onClick={() => {
            saveAs({ jobId, sha256: asset.sha256 });
          }}
        >
          <Download size={14} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

function When({ at }: { at: number }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  const day = dayText(dayOf(at), useToday(), locale, { today: t('library.today'), yesterday: t('library.yesterday') });
  return <span className={styles.when}>{listText([day, clockText(at, locale)], locale)}</span>;
}

interface InspectorProps {
  job: JobDetail;
  /** The file that is looked at; undefined where all are. */
  shown: Asset | undefined;
  onShow: (sha256: string) => void;
  /** Shows all formats beside each other, where there are several of one plot. */
  onCompare?: () => void;
  onSave: () => void;
  /** A drawer has a title of its own. */
  withTitle: boolean;
}

export function Inspector({ job, shown, onShow, onCompare, onSave, withTitle }: InspectorProps) {
  const { t, i18n } = useTranslation();
  const time = formatElapsed(jobDuration(job, job.finishedAt ?? job.createdAt));
  const file = shown ?? job.assets[0];
  const isPicture = shown !== undefined && mainPicture([shown]) !== undefined;
  return (
    <div className={styles.inspector}>
      <section className={styles.section}>
        {withTitle && <h2 className={styles.title}>{jobTitle(job)}</h2>}
        <p className={styles.state}>
          <JobState job={job} testId="job-state" />
          <span className="number">
            {job.units === null
              ? t('library.doneInOnly', { time })
              : t('library.doneIn', { time, units: t('common.units', { count: job.units }) })}
          </span>
          <When at={job.finishedAt ?? job.createdAt} />
        </p>
        <p className={styles.kind}>{listText([endpointTitle(job.endpoint), job.profileName], i18n.language)}</p>
        <div className={styles.actions}>
          <Button
            variant="filled"
            className={styles.wide ?? ''}
            leftSection={<Download size={14} aria-hidden />}
            aria-keyshortcuts="Control+S"
            onClick={onSave}
          >
            <span className={styles.withKey}>
              {t('library.saveAs')} <Shortcut keys="mod+S" />
            </span>
          </Button>
          <Button
            leftSection={<Copy size={14} aria-hidden />}
            disabled={!isPicture}
            aria-label={t('library.copyPicture')}
            onClick={() => {
              if (shown) copyPicture(shown.sha256);
            }}
          >
            {t('library.copy')}
          </Button>
        </div>
        <div className={styles.actions}>
          <Button
            className={styles.wide ?? ''}
            leftSection={<LayoutGrid size={14} aria-hidden />}
            disabled={!isPicture}
            onClick={() => {
              toFigure([{ job, asset: shown }]);
            }}
          >
            {t('composer.addToFigure')}
          </Button>
        </div>
        <div className={styles.actions}>
          <Button
            className={styles.wide ?? ''}
            leftSection={<SquarePen size={14} aria-hidden />}
            onClick={() => {
              openAsDraft(job);
            }}
          >
            {t('library.useAsDraft')}
          </Button>
          <Tooltip label={t('library.showInFolder')}>
            <ActionIcon
              variant="default"
              aria-label={t('library.showInFolder')}
              onClick={() => {
                if (file) showInFolder({ jobId: job.id, sha256: file.sha256 });
              }}
            >
              <FolderOpen size={14} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </section>
      <section className={styles.section}>
        <div className={styles.headingLine}>
          <h3 className={styles.heading}>{t('library.files')}</h3>
          {onCompare && (
            <Button size="compact-xs" variant="subtle" aria-pressed={shown === undefined} onClick={onCompare}>
              {t('results.plot.all')}
            </Button>
          )}
        </div>
        <ul className={styles.files}>
          {job.assets.map((asset) => (
            <FileLine
              key={asset.sha256}
              jobId={job.id}
              asset={asset}
              shown={asset.sha256 === shown?.sha256}
              onShow={() => {
                onShow(asset.sha256);
              }}
            />
          ))}
        </ul>
      </section>
      {job.description && (
        <section className={styles.section}>
          <div className={styles.headingLine}>
            <h3 className={styles.heading}>{t('library.description')}</h3>
            <CopyButton text={job.description} name={t('library.copyDescription')} />
          </div>
          <p className={styles.description}>{job.description}</p>
        </section>
      )}
      <section className={styles.section}>
        <div className={styles.fold}>
          <Disclosure label={<span className={styles.heading}>{t('library.requestAndAnswer')}</span>}>
            {() => <Exchanges jobId={job.id} />}
          </Disclosure>
        </div>
      </section>
    </div>
  );
}
