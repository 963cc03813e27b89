import { Lock } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { wireBodyBytes, type WireRequest } from '../../../shared/wire-request';
import { useFormScope } from '../../forms/form-context';
import { usePdf, usePdfInfo } from '../../forms/use-pdf-info';
import { lookUp } from '../../i18n';
import { formatBytes } from '../../ui/format';
import { useFormValues } from '../use-form-values';
import { CheckList } from './check-list';
import { checksBeforeSending } from './checks';
import styles from './inspector.module.css';
import { JsonView } from './json-view';

function Address({ request }: { request: WireRequest }) {
  const { origin } = new URL(request.url);
  return (
    <p className={styles.address}>
      <strong>{request.method}</strong>
      <span>
        <span className={styles.aside}>{origin}</span>
        {request.url.slice(origin.length)}
      </span>
    </p>
  );
}

function Headers({ credential, hasBody }: { credential: boolean; hasBody: boolean }) {
  const { t } = useTranslation();
  if (!credential && !hasBody) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('create.headers')}</h3>
      <dl className={styles.headers}>
        {credential && (
          <>
            <dt>Authorization</dt>
            <dd>
              Bearer{' '}
              <span className={styles.later}>
                <Lock size={12} strokeWidth={1.6} aria-hidden />
                {t('create.addedOnSending')}
              </span>
            </dd>
          </>
        )}
        {hasBody && (
          <>
            <dt>Content-Type</dt>
            <dd>application/json</dd>
          </>
        )}
      </dl>
    </>
  );
}

/** The request as it would leave, without the secret, and what is to be seen to before. */
export function RequestTab({ request }: { request: WireRequest }) {
  const { t, i18n } = useTranslation();
  const { endpoint, fields, form } = useFormScope();
  const values = useDeferredValue(useFormValues(form));
  const pageCount = usePdfInfo(usePdf(form, fields)).data?.pages;
  const checks = useMemo(
    () =>
      checksBeforeSending(endpoint, values, {
        pageCount,
        speaksWhenUnset: (field) => lookUp(`create.unset.${field}`) !== undefined,
      }),
    [endpoint, values, pageCount],
  );
  const { body } = request;
  const unset = fields.filter(
    ({ name, in: place, required }) => place === 'body' && !required && values[name] === undefined,
  ).length;
  return (
    <div className={styles.request} role="region" aria-label={t('create.request')} tabIndex={0}>
      <Address request={request} />
      <Headers credential={endpoint.credential.kind === 'bearer'} hasBody={body !== undefined} />
      {body && (
        <>
          <h3 className={styles.heading}>
            <span>{t('create.bodyHeading')}</span>
            <span className={styles.size}>{formatBytes(wireBodyBytes(body), i18n.language)}</span>
          </h3>
          <JsonView body={body} />
          {unset > 0 && <p className={styles.note}>{t('create.fieldsUnset', { count: unset })}</p>}
        </>
      )}
      <h3 className={styles.heading}>{t('create.before')}</h3>
      <CheckList checks={checks} />
    </div>
  );
}
