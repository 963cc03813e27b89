import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppErrorData } from '../../shared/app-error';
import { lookUp } from '../i18n';
import styles from './file-problem.module.css';

interface FileProblemProps {
  error: AppErrorData;
  name: string;
  /** The file that stays in the field all the same. */
  kept?: string | undefined;
  /** Buttons. */
  children: ReactNode;
}

/** Why a file cannot be used, in the field that it was meant for. */
export function FileProblem({ error, name, kept, children }: FileProblemProps) {
  const { t } = useTranslation();
  const words = (part: 'title' | 'happened' | 'next'): string =>
    lookUp(`errors.${error.code}.${part}`, error.params) ?? '';
  return (
    <div className={styles.problem} role="alert">
      <CircleX size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{words('title')}</p>
        {name !== '' && <p className={styles.name}>{name}</p>}
        <p>{words('happened')}</p>
        <p>{words('next')}</p>
        {kept !== undefined && <p>{t('create.fileKept', { name: kept })}</p>}
      </div>
      {children}
    </div>
  );
}
