import { useTranslation } from 'react-i18next';
import type { DiffPart } from './diff-parts';
import styles from './prompt.module.css';

/** A text with what was taken away struck through and what was added underlined: told by line, not by colour alone. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  const { t } = useTranslation();
  return (
    <p className={styles.text}>
      {parts.map(({ kind, text }, index) => {
        switch (kind) {
          case 'same':
            return <span key={index}>{text}</span>;
          case 'gone':
            return (
              <del key={index} className={styles.gone}>
                <span className="visually-hidden">{t('results.prompt.gone')} </span>
                {text}
              </del>
            );
          case 'new':
            return (
              <ins key={index} className={styles.fresh}>
                <span className="visually-hidden">{t('results.prompt.fresh')} </span>
                {text}
              </ins>
            );
        }
      })}
    </p>
  );
}
