import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { FormContext } from '../forms/form-context';
import { FormFields } from '../forms/form-fields';
import type { FormValues } from '../forms/form-values';
import { endpointResolver } from '../forms/resolver';
import { knownPageCount, usePdf, usePdfInfo } from '../forms/use-pdf-info';
import { takeSend } from '../ui/pending-send';
import { useAfterPaint } from '../ui/use-after-paint';
import { ComposerHead } from './composer-head';
import styles from './create.module.css';
import { SendBar } from './send-bar';
import { SendOutcome } from './send-outcome';
import { useDraft } from './use-draft';
import { useFill } from './use-fill';
import { useObstacle } from './use-obstacle';
import { useSend } from './use-send';
import { useSubmitKeys } from './use-submit-keys';
import { useViolations } from './use-violations';

const Inspector = lazy(() => import('./inspector/inspector'));
const InspectorDrawer = lazy(() => import('./inspector/inspector-drawer'));
const ConfirmIrreversible = lazy(() => import('./confirm-irreversible'));
const KeyEntry = lazy(() => import('./key-entry'));

interface ComposerProps {
  endpoint: Endpoint;
  narrow: boolean;
  /** The inspector has no room of its own. */
  drawer: boolean;
}

/** An endpoint's form with all that belongs to sending it. */
export function Composer({ endpoint, narrow, drawer }: ComposerProps) {
  const { t } = useTranslation();
  const resolver = useMemo(() => endpointResolver(endpoint, knownPageCount), [endpoint]);
  const form = useForm<FormValues>({ resolver, mode: 'onChange', shouldFocusError: false });
  const fields = useMemo(() => describeFields(endpoint.input), [endpoint]);
  const { violations, doubts } = useViolations(endpoint, form);
  const { restored, unkept } = useDraft(endpoint, form);
  const fill = useFill(endpoint, form);

  const afterPaint = useAfterPaint();
  const [moreOpen, setMoreOpen] = useState(false);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [keyWanted, setKeyWanted] = useState(false);
  const [doomed, setDoomed] = useState<{ input: FormValues; go(): void }>();
  const toFocus = useRef<string>(undefined);

  const onMarked = useCallback(
    (names: readonly string[]) => {
      if (fields.some(({ name, more }) => more && names.includes(name))) setMoreOpen(true);
      toFocus.current = names[0];
      // fields under "More options" are drawn first
      window.requestAnimationFrame(() => {
        if (toFocus.current !== undefined) form.setFocus(toFocus.current);
        toFocus.current = undefined;
      });
    },
    [fields, form],
  );
  const sending = useSend(endpoint, form, {
    onMarked,
    onIrreversible: (input, go) => setDoomed({ input, go }),
    onKeyMissing: () => setKeyWanted(true),
  });
  const obstacle = useObstacle(form, fields, violations, sending.state);
  const [beforeSending] = useState(() => new Set<() => void>());
  const send = (): void => {
    for (const hand of beforeSending) hand();
    if (obstacle === undefined) sending.send();
  };
  useSubmitKeys(send);
  const sendWanted = useEffectEvent(() => {
    if (takeSend(endpoint.id)) send();
  });
  useEffect(() => {
    if (restored) sendWanted();
  }, [restored]);

  const pageCount = usePdfInfo(usePdf(form, fields)).data?.pages;
  useEffect(() => {
    // pages that the form could not judge before the PDF was read
    if (
      pageCount !== undefined &&
      fields.some(({ name, widget }) => widget === 'page-list' && form.getValues(name) !== undefined)
    )
      void form.trigger(fields.filter(({ widget }) => widget === 'page-list').map(({ name }) => name));
  }, [pageCount, fields, form]);

  const scope = useMemo(
    () => ({ endpoint, fields, form, violations, doubts, beforeSending }),
    [endpoint, fields, form, violations, doubts, beforeSending],
  );
  return (
    <FormContext value={scope}>
      <section className={styles.composer} aria-labelledby="composer-title" data-restored={restored || undefined}>
        <ComposerHead
          endpoint={endpoint}
          narrow={narrow}
          fill={fill}
          openInspector={drawer ? () => setDrawerOpen(true) : undefined}
        />
        <div className={styles.body}>
          {unkept && (
            <p className={styles.unkept} role="status">
              {t('create.draftUnkept')}
            </p>
          )}
          {fields.length === 0 && <p className={styles.noFields}>{t('create.noFields')}</p>}
          <FormFields moreOpen={moreOpen} setMoreOpen={setMoreOpen} />
        </div>
        <SendOutcome endpoint={endpoint} sending={sending} send={send} enterKey={() => setKeyWanted(true)} />
        {doomed && (
          <Suspense fallback={null}>
            <ConfirmIrreversible
              endpoint={endpoint}
              input={doomed.input}
              close={() => setDoomed(undefined)}
              yes={doomed.go}
            />
          </Suspense>
        )}
        {keyWanted && (
          <Suspense fallback={null}>
            <KeyEntry
              endpoint={endpoint}
              done={(entered) => {
                setKeyWanted(false);
                if (entered) send();
              }}
            />
          </Suspense>
        )}
        <SendBar endpoint={endpoint} sending={sending.state} obstacle={obstacle} send={send} />
      </section>
      {!drawer && (
        <aside className={styles.inspector} aria-label={t('create.request')}>
          {afterPaint && (
            <Suspense fallback={null}>
              <Inspector />
            </Suspense>
          )}
        </aside>
      )}
      {drawer && drawerOpen && (
        <Suspense fallback={null}>
          <InspectorDrawer close={() => setDrawerOpen(false)} />
        </Suspense>
      )}
    </FormContext>
  );
}
