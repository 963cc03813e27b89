import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './handed-out.module.css';
import { PAGE_ROWS } from './key-list';

interface PagerProps {
  /** From 0. */
  page: number;
  pages: number;
  all: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pages, all, onPage }: PagerProps) {
  const { t } = useTranslation();
  const step = (by: -1 | 1) => (
    <ActionIcon
      size={24}
      aria-label={t(by < 0 ? 'handedOut.previous' : 'handedOut.next')}
      disabled={by < 0 ? page === 0 : page === pages - 1}
      onClick={() => {
        onPage(page + by);
      }}
    >
      {by < 0 ? <ChevronLeft size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
    </ActionIcon>
  );
  const from = page * PAGE_ROWS + 1;
  return (
    <nav className={styles.pager} aria-label={t('handedOut.pages')}>
      {step(-1)}
      <span className="secondary number" role="status">
        {t('handedOut.page', { from, to: Math.min(all, from + PAGE_ROWS - 1), all })}
      </span>
      {step(1)}
    </nav>
  );
}
