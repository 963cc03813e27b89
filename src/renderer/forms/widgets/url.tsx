import { TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { addressWarning } from '../address-warning';
import { withDescription } from '../../ui/described';
import { asText, textOrNothing, type WidgetProps } from '../widget';
import styles from './url.module.css';

const MyListener = lazy(() => import('./my-listener'));

/** Fields whose address is told how a job ended. */
const TOLD_ENDS: ReadonlySet<string> = new Set(['webhook_url', 'callback_url']);

/** A web address that a server will call. One that it can hardly reach is told about and let through. */
export function UrlWidget({ field, id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const { t } = useTranslation();
  const warning = addressWarning(asText(value));
  const warningId = `${id}-warning`;
  return (
    <>
      <TextInput
        id={id}
        ref={focusRef}
        type="url"
        value={asText(value)}
        onChange={(event) => {
          onChange(textOrNothing(event.currentTarget.value.trim()));
        }}
        onBlur={onBlur}
        error={invalid}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        aria-required={field.required || undefined}
        inputContainer={withDescription([warning && warningId, describedBy].filter(Boolean).join(' ') || undefined)}
        aria-invalid={invalid || undefined}
      />
      <p id={warningId} className={styles.warning} role="status">
        {warning && (
          <>
            <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
            <span>{t(`forms.address.${warning}`)}</span>
          </>
        )}
      </p>
      {TOLD_ENDS.has(field.name) && (
        <Suspense fallback={null}>
          <MyListener value={asText(value)} onUse={onChange} />
        </Suspense>
      )}
    </>
  );
}
