import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareInterface, type InterfaceDifference } from '../../../shared/compare-interface';
import { ENDPOINTS } from '../../../shared/endpoints';
import { Disclosure } from '../../ui/disclosure';
import { JobFiles } from '../job-files';
import { JsonTree } from '../json-tree/json-tree';
import { OtherShape } from '../other-shape';
import type { ResultProps } from '../result';
import styles from '../results.module.css';

const KINDS = ['new', 'gone', 'changed'] as const;

function Difference({ difference: { method, path, detail } }: { difference: InterfaceDifference }) {
  const { t } = useTranslation();
  const { code, field = '', there = '', here = '' } = detail;
  const words = t(`results.definition.detail.${code}`, { field, there, here, type: there || here });
  return (
    <li>
      <span className="mono">
        {method} {path}
      </span>{' '}
      {words}
    </li>
  );
}

function Differences({ differences }: { differences: readonly InterfaceDifference[] }) {
  const { t } = useTranslation();
  if (differences.length === 0)
    return (
      <>
        <p className={styles.lead} data-tone="ok">
          <CircleCheck size={16} strokeWidth={1.6} aria-hidden />
          {t('results.definition.sameTitle')}
        </p>
        <p className={styles.text}>{t('results.definition.sameText')}</p>
      </>
    );
  return (
    <>
      <p className={styles.lead}>{t('results.definition.title', { count: differences.length })}</p>
      {KINDS.map((kind) => {
        const some = differences.filter((difference) => difference.kind === kind);
        if (some.length === 0) return null;
        return (
          <section key={kind}>
            <h4 className={styles.heading}>{t(`results.definition.${kind}`)}</h4>
            <ul className={styles.list}>
              {some.map((difference, index) => (
                <Difference key={index} difference={difference} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** What a live description of the interface says that this program does not, and the other way round. */
export default function DefinitionView({ result }: ResultProps) {
  const { t } = useTranslation();
  const answer = result.kind === 'answer' ? result.answer : undefined;
  const differences = useMemo(() => compareInterface(answer, ENDPOINTS), [answer]);
  if (result.kind === 'job') return <JobFiles job={result.job} />;
  if (!differences) return <OtherShape value={answer} />;
  return (
    <>
      <Differences differences={differences} />
      <Disclosure label={t('results.definition.raw')}>{() => <JsonTree value={answer} />}</Disclosure>
    </>
  );
}
