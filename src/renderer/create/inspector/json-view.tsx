import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../shared/app-error';
import { formatBytes } from '../../ui/format';
import styles from './inspector.module.css';
import { jsonLines, type Token } from './json-tokens';

function Piece({ token }: { token: Token }) {
  const { t, i18n } = useTranslation();
  switch (token.kind) {
    case 'plain':
      return token.text;
    case 'key':
    case 'string':
    case 'value':
      return <span className={styles[token.kind]}>{token.text}</span>;
    case 'cut':
      return (
        <>
          <span className={styles.string}>{token.text}</span>{' '}
          <span className={styles.aside}>{t('create.moreCharacters', { count: token.cut })}</span>
        </>
      );
    case 'file':
      return (
        <span className={styles.file} title={token.file.name}>
          {t('create.theFile', {
            kind: token.file.mediaType === 'application/pdf' ? 'PDF' : token.file.name,
            size: formatBytes(token.bytes, i18n.language),
          })}
        </span>
      );
    default:
      return assertNever(token);
  }
}

export function JsonView({ body }: { body: Record<string, unknown> }) {
  const { t } = useTranslation();
  const { lines, cut } = useMemo(() => jsonLines(body), [body]);
  return (
    <pre className={styles.json}>
      {lines.map(({ depth, tokens }, index) => (
        <span key={index} className={styles.line} style={{ paddingLeft: depth * 14 + 14 }}>
          {tokens.map((token, place) => (
            <Piece key={place} token={token} />
          ))}
          {'\n'}
        </span>
      ))}
      {cut && <span className={styles.aside}>{t('create.moreLines')}</span>}
    </pre>
  );
}
