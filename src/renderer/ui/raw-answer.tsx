import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppErrorData } from '../../shared/app-error';
import { formatBytes } from './format';
import styles from './problem.module.css';

/** What the server really said, one press away. Text only: it is never read as markup. */
export function RawAnswer({ raw, status }: { raw: NonNullable<AppErrorData['raw']>; status?: number | undefined }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const Chevron = open ? ChevronDown : ChevronRight;
  const facts = [status, raw.contentType.split(';')[0], formatBytes(new Blob([raw.body]).size, i18n.language)];
  return (
    <div className={styles.raw}>
      <button
        type="button"
        className={styles.rawToggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Chevron size={14} strokeWidth={1.6} aria-hidden />
        <span>{t('common.rawAnswer')}</span>
        <span className={styles.rawFacts}>{facts.filter(Boolean).join(', ')}</span>
      </button>
      <pre id={id} hidden={!open} className={styles.rawBody} tabIndex={0} aria-label={t('common.rawAnswer')}>
        {raw.body}
      </pre>
    </div>
  );
}
