import { useTranslation } from 'react-i18next';
import { pageUrl } from '../../shared/contract';
import type { FileRef } from '../../shared/file-ref';
import { formatPageRanges, parsePageRanges } from '../../shared/page-ranges';
import { useOperation } from '../api';
import { formatBytes } from '../ui/format';
import styles from './asked.module.css';

const THUMBS = 4;

export function AskedFile({ file }: { file: FileRef }) {
  const { i18n } = useTranslation();
  return (
    <>
      <span className={styles.clip} title={file.name}>
        {file.name}
      </span>
      <span className="secondary number">{formatBytes(file.bytes, i18n.language)}</span>
    </>
  );
}

/** The first pages that were sent, small, and the list in words. */
export function AskedPages({ file, pages }: { file: FileRef; pages: string }) {
  const { t } = useTranslation();
  const { data } = useOperation('pdf.info', { sha256: file.$file });
  const ranges = parsePageRanges(pages);
  const listed = ranges.ok ? ranges.pages : [];
  const shown = listed.length > 0 ? listed : Array.from({ length: data?.pages ?? 0 }, (_, index) => index + 1);
  const beyond = shown.length - THUMBS;
  const words = listed.length > 0 ? formatPageRanges(listed) : t('queue.allPages');
  return (
    <>
      <span className={styles.pages}>
        {shown.slice(0, beyond > 0 ? THUMBS - 1 : THUMBS).map((page) => (
          <img key={page} src={pageUrl(file.$file, page, 120)} alt={t('queue.page', { page })} loading="lazy" />
        ))}
        {beyond > 0 && <span className="secondary number">{t('queue.morePages', { count: beyond + 1 })}</span>}
      </span>
      <span className="number">{data ? t('queue.pagesOf', { pages: words, count: data.pages }) : words}</span>
    </>
  );
}
