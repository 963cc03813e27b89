import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listText } from '../../ui/list-text';
import styles from '../webhooks.module.css';

/** Strings past this many characters are shown by their beginning; the raw view has the whole. */
const LONGEST = 300;
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\b\d[\d.eE+-]*/g;

const cut = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && value.length > LONGEST
    ? `${value.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}… (${value.length})`
    : value;

/** JSON for reading. Addresses are marked as what they are here: text that nobody follows. */
export function PrettyJson({ value }: { value: object }) {
  const { t, i18n } = useTranslation();
  const pieces = useMemo(() => {
    const text = JSON.stringify(value, cut, 2);
    const out: ReactNode[] = [];
    let at = 0;
    for (const match of text.matchAll(TOKENS)) {
      const [all, string, colon] = match;
      out.push(text.slice(at, match.index));
      at = match.index + all.length;
      if (string === undefined) out.push(<span className={styles.value}>{all}</span>);
      else if (colon !== undefined) out.push(all);
      else if (/^"https?:/.test(string))
        out.push(
          <span className={styles.link}>
            {listText([string.slice(1, -1), t('webhooks.notFollowed')], i18n.language)}
          </span>,
        );
      else out.push(<span className={styles.string}>{string}</span>);
    }
    out.push(text.slice(at));
    return out;
  }, [value, t, i18n.language]);
  return (
    <pre className={styles.raw}>
      {pieces.map((piece, index) => (
        <span key={index}>{piece}</span>
      ))}
    </pre>
  );
}
