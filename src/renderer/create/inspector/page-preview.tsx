import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pageUrl } from '../../../shared/contract';
import { focusPage, useFocusedPage } from '../../forms/page-focus';
import styles from './inspector.module.css';

/** Wide enough for screens of two dots a pixel. */
const PREVIEW_PX = 600;

interface PagePreviewProps {
  sha256: string;
  sizes: readonly (readonly [number, number])[];
}

/** The page that the form is on, large. */
export function PagePreview({ sha256, sizes }: PagePreviewProps) {
  const { t } = useTranslation();
  const page = useFocusedPage(sha256, sizes.length);
  const [width, height] = sizes[page - 1] ?? [3, 4];
  const go = (next: number): void => {
    if (next >= 1 && next <= sizes.length) focusPage(sha256, next);
  };
  return (
    <section className={styles.preview} aria-label={t('create.pagePreview')}>
      <div className={styles.previewBar}>
        <span role="status">{t('create.pageOf', { page, count: sizes.length })}</span>
        <ActionIcon size={24} aria-label={t('create.previousPage')} disabled={page === 1} onClick={() => go(page - 1)}>
          <ChevronLeft size={16} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          size={24}
          aria-label={t('create.nextPage')}
          disabled={page === sizes.length}
          onClick={() => go(page + 1)}
        >
          <ChevronRight size={16} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      </div>
      <div className={styles.canvas}>
        <img
          key={`${sha256}/${page}`}
          className={styles.paper}
          style={{ aspectRatio: width / height }}
          src={pageUrl(sha256, page, PREVIEW_PX)}
          alt={t('create.page', { page })}
          draggable={false}
        />
      </div>
    </section>
  );
}
