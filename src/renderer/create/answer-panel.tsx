import { ActionIcon, SegmentedControl } from '@mantine/core';
import { ChevronDown, ChevronUp, CircleCheck } from 'lucide-react';
import { useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../api';
import { useFormScope } from '../forms/form-context';
import { JsonTree } from '../results/json-tree/json-tree';
import { textOf } from '../results/json-tree/text-of';
import { ResultOf } from '../results/result-of';
import { withoutSecrets } from '../results/without-secrets';
import { CopyButton } from '../ui/copy-button';
import { Disclosure } from '../ui/disclosure';
import { ExchangeView } from '../ui/exchange-view';
import { formatBytes } from '../ui/format';
import { Hint } from '../ui/hint';
import styles from './answer-panel.module.css';
import { draftOf } from './draft';
import { useFormValues } from './use-form-values';
import type { Answered } from './use-send';

type Shown = 'shown' | 'json';

/** An answer came to a request; which one is told once the form says something else. */
function useIsOld(sent: Answered['sent']): boolean {
  const { endpoint, form } = useFormScope();
  const values = useFormValues(form);
  const before = useMemo(() => JSON.stringify(sent), [sent]);
  return JSON.stringify(draftOf(endpoint, values)) !== before;
}

function Body({ answered, shown }: { answered: Answered; shown: Shown }) {
  const { endpoint } = useFormScope();
  const { answer, asset, input } = answered;
  const safe = useMemo(() => withoutSecrets(answer), [answer]);
  if (shown === 'json') return <JsonTree value={safe} />;
  return <ResultOf endpoint={endpoint} result={{ kind: 'answer', answer, asset, input }} />;
}

/** A plain call's answer: in its view, as JSON, and as it crossed the wire. */
export default function AnswerPanel({ answered }: { answered: Answered }) {
  const { t, i18n } = useTranslation();
  const { endpoint } = useFormScope();
  const [shown, setShown] = useState<Shown>('shown');
  const [open, setOpen] = useState(true);
  const { answer, asset, took, exchangeId } = answered;
  const isOld = useIsOld(answered.sent);
  useLayoutEffect(() => {
    // the form has less room than before: the field that is being filled stays in it
    if (open) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const { data: exchange } = useOperation('exchange.get', { id: exchangeId }, { enabled: exchangeId >= 0 });
  const locale = i18n.language;
  const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: took < 10_000 ? 2 : 0 }).format(took / 1000);
  const status = exchange?.status ?? endpoint.answer.status;
  const bytes = exchange?.responseBytes ?? asset?.bytes;
  const Fold = open ? ChevronDown : ChevronUp;
  const foldLabel = open ? t('create.foldAnswer') : t('create.unfoldAnswer');
  const hasJson = asset === null && answer !== null && answer !== undefined;
  return (
    <section
      className={styles.answer}
      aria-labelledby="answer-title"
      data-testid="answer"
      data-fills={open || undefined}
    >
      <header className={styles.head}>
        <h3 id="answer-title">
          <CircleCheck size={16} strokeWidth={1.6} aria-hidden />
          <span role="status">{t('create.answered')}</span>
        </h3>
        <span className={`secondary number ${styles.facts}`}>
          {bytes === undefined
            ? t('create.answerFacts', { status, seconds })
            : t('results.facts', { status, seconds, size: formatBytes(bytes, locale) })}
        </span>
        {open && hasJson && (
          <>
            <SegmentedControl
              aria-label={t('results.how')}
              value={shown}
              onChange={setShown}
              data={[
                { value: 'shown', label: t('results.shown') },
                { value: 'json', label: t('results.json') },
              ]}
            />
            <CopyButton text={() => textOf(withoutSecrets(answer))} name={t('results.copyAll')} />
          </>
        )}
        <Hint label={foldLabel}>
          <ActionIcon
            aria-label={foldLabel}
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <Fold size={16} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </Hint>
      </header>
      {/* hidden, not taken away: what was unfolded or found in it is kept */}
      <div hidden={!open} className={styles.body} role="region" aria-label={t('create.answer')} tabIndex={0}>
        {isOld && <p className={styles.old}>{t('results.last')}</p>}
        {answered.shortened && <p className={styles.old}>{t('results.shortened')}</p>}
        <Body answered={answered} shown={hasJson ? shown : 'shown'} />
        {exchange && (
          <div className={styles.foot}>
            <Disclosure label={t('results.exchange')}>{() => <ExchangeView exchange={exchange} />}</Disclosure>
          </div>
        )}
      </div>
    </section>
  );
}
