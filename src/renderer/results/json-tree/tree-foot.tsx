import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text';
import styles from './json-tree.module.css';
import type { TreeRow } from './flatten';
import { textOf } from './text-of';

/** Where one stands in the tree, and what can be copied there. */
export function TreeFoot({ row, value }: { row: TreeRow | undefined; value: unknown }) {
  const { t } = useTranslation();
  const copies = [
    { label: t('results.tree.copyValue'), text: () => textOf(row?.value), off: row === undefined },
    { label: t('results.tree.copyPath'), text: () => row?.path ?? '', off: !row?.path },
    { label: t('results.tree.copyAll'), text: () => textOf(value), off: false },
  ];
  return (
    <div className={styles.foot}>
      <span className={`mono truncate ${styles.path}`}>{row?.path || t('results.tree.whole')}</span>
      {copies.map(({ label, text, off }) => (
        <Button
          key={label}
          size="compact-xs"
          variant="subtle"
          disabled={off}
          leftSection={<Copy size={12} strokeWidth={1.6} aria-hidden />}
          onClick={() => {
            copyText(text());
          }}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
