import { useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { SAMPLE_NAMES, type CodeSample, type SampleLanguage } from '../../../shared/code-sample/code-sample';
import { codeLines } from './code-tokens';
import styles from './inspector.module.css';

/** What has to be at hand where the code runs. */
function Needs({ language, sample }: { language: SampleLanguage; sample: CodeSample }) {
  const { t } = useTranslation();
  const { variables, optionalVariable, files } = sample;
  return (
    <dl className={styles.needs} aria-label={t('code.needs')}>
      <dt>{t('code.runsWith')}</dt>
      <dd>{t(`code.runtime.${language}`)}</dd>
      {(variables.length > 0 || optionalVariable) && (
        <>
          <dt>{t('code.fromEnvironment')}</dt>
          <dd>
            {variables.map((name) => (
              <code key={name}>{name}</code>
            ))}
            {optionalVariable && (
              <>
                <code>{optionalVariable}</code> <span className={styles.aside}>{t('code.orFresh')}</span>
              </>
            )}
          </dd>
        </>
      )}
      {files.length > 0 && (
        <>
          <dt>{t('code.fromFolder')}</dt>
          <dd>
            {files.map((name) => (
              <code key={name}>{name}</code>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

/** What does not fit goes on a little to the right of where its line begins. */
const hanging = (indent: number): CSSProperties & { '--hang': string } => ({ '--hang': `${indent + 2}ch` });

/** The request as code, its beginning where it is long. */
export function CodeTab({ language, sample }: { language: SampleLanguage; sample: CodeSample }) {
  const { t } = useTranslation();
  const { lines, more } = useMemo(() => codeLines(sample.code, language), [sample.code, language]);
  return (
    <div
      className={styles.request}
      role="region"
      aria-label={t('code.region', { language: SAMPLE_NAMES[language] })}
      tabIndex={0}
    >
      <pre className={styles.json}>
        {lines.map(({ tokens, indent, cut }, index) => (
          <span key={index} className={styles.codeLine} style={hanging(indent)}>
            {tokens.map(({ kind, text }, place) =>
              kind === 'plain' ? (
                text
              ) : (
                <span key={place} className={styles[kind]}>
                  {text}
                </span>
              ),
            )}
            {cut > 0 && <span className={styles.aside}>… {t('create.moreCharacters', { count: cut })}</span>}
            {'\n'}
          </span>
        ))}
        {more > 0 && <span className={styles.aside}>… {t('code.moreLines', { count: more })}</span>}
      </pre>
      <Needs language={language} sample={sample} />
    </div>
  );
}
