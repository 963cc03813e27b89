import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../ui/format';
import { base64Of } from './blob';
import { LONG_TEXT, type TreeRow } from './flatten';
import { childCount, isContainer } from './paths';
import styles from './json-tree.module.css';

/** Even unfolded a text of megabytes is not put into the page. */
const MOST_SHOWN = 20_000;
const BLOB_HEAD = 24;

function Text({ text, open }: { text: string; open: boolean }) {
  const { t, i18n } = useTranslation();
  const blob = base64Of(text);
  if (blob)
    return (
      <>
        <span className={styles.string}>“{text.slice(0, BLOB_HEAD)}…”</span>{' '}
        <span className={styles.aside}>
          {t('results.tree.base64', { size: formatBytes(blob.bytes, i18n.language) })}
          {blob.mediaType && ` (${blob.mediaType})`}
        </span>
      </>
    );
  const most = open ? MOST_SHOWN : LONG_TEXT;
  if (text.length <= most) return <span className={styles.string}>“{text}”</span>;
  return (
    <>
      <span className={styles.string}>
        “{text.slice(0, most)}
        {open ? '' : '…'}”
      </span>{' '}
      <span className={styles.aside}>
        {open
          ? t('results.tree.more', { count: text.length - most })
          : t('results.tree.characters', { count: text.length })}
      </span>
    </>
  );
}

/** A value in one line; texts may take more once they are unfolded. */
export function ValueText({ row: { value, open } }: { row: TreeRow }) {
  const { t } = useTranslation();
  if (typeof value === 'string') return <Text text={value} open={open === true} />;
  if (!isContainer(value)) return <span className={styles.literal}>{String(value)}</span>;
  const count = childCount(value);
  const list = Array.isArray(value);
  return (
    <>
      <span className={styles.bracket} aria-hidden>
        {list ? '[ ]' : '{ }'}
      </span>{' '}
      <span className={styles.aside}>
        {count === 0 ? t('results.tree.empty') : t(list ? 'results.tree.items' : 'results.tree.keys', { count })}
      </span>
    </>
  );
}
