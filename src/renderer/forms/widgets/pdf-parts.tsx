import { ActionIcon, Button } from '@mantine/core';
import { FileText, FileUp, LoaderCircle, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FileRef } from '../../../shared/file-ref';
import { formatBytes, formatElapsed } from '../../ui/format';
import { useElapsed } from '../../ui/use-elapsed';
import { choosePdf, takeSample } from '../pdf-intake';
import styles from './pdf.module.css';

type FocusTarget = { id: string; focusRef(element: HTMLElement | null): void };

export function PdfEmpty({ id, focusRef, invalid }: FocusTarget & { invalid: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty} data-invalid={invalid || undefined}>
      <FileUp size={20} strokeWidth={1.6} aria-hidden />
      <span className={styles.emptyText}>{t('create.dropPdf')}</span>
      <Button id={id} ref={focusRef} onClick={() => void choosePdf()}>
        {t('create.choosePdf')}
      </Button>
      <Button variant="subtle" onClick={() => void takeSample()}>
        {t('create.trySample')}
      </Button>
    </div>
  );
}

export function PdfBusy({ name, bytes, startedAt }: { name: string; bytes: number | undefined; startedAt: number }) {
  const { t, i18n } = useTranslation();
  const elapsed = useElapsed(startedAt);
  const facts = [bytes !== undefined && formatBytes(bytes, i18n.language), t('create.takingIn')];
  return (
    <div className={styles.file} role="status">
      <LoaderCircle size={16} strokeWidth={1.6} className={styles.turning} aria-hidden />
      <span className={styles.name}>{name === '' ? t('create.takingSample') : name}</span>
      <span className={styles.facts}>{facts.filter(Boolean).join(t('create.comma'))}</span>
      <span className={styles.elapsed} aria-hidden>
        {formatElapsed(elapsed)}
      </span>
    </div>
  );
}

interface PdfRowProps extends FocusTarget {
  pdf: FileRef;
  /** Undefined while they are being counted. */
  pages: number | undefined;
  remove(): void;
}

export function PdfRow({ pdf, pages, id, focusRef, remove }: PdfRowProps) {
  const { t, i18n } = useTranslation();
  const facts = [
    pages === undefined ? undefined : t('common.pages', { count: pages }),
    formatBytes(pdf.bytes, i18n.language),
  ];
  return (
    <div className={styles.file}>
      <FileText size={16} strokeWidth={1.6} aria-hidden />
      <span className={styles.name} title={pdf.name} data-testid="pdf-name">
        {pdf.name}
      </span>
      <span className={styles.facts}>{facts.filter(Boolean).join(t('create.comma'))}</span>
      <Button
        id={id}
        ref={focusRef}
        variant="subtle"
        size="compact-xs"
        aria-label={t('create.replaceLabel', { name: pdf.name })}
        onClick={() => void choosePdf()}
      >
        {t('create.replace')}
      </Button>
      <ActionIcon size={24} aria-label={t('create.removeLabel', { name: pdf.name })} onClick={remove}>
        <X size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </div>
  );
}
