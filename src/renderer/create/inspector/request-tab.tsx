import { Lock } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credential, Endpoint } from '../../../shared/endpoints/endpoint';
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
import { shownRequest } from './shown-request';

/** Stands where the program adds something as it sends. */
function Later({ text }: { text: string }) {
  return (
    <span className={styles.later}>
      <Lock size={12} strokeWidth={1.6} aria-hidden />
      {text}
    </span>
  );
}

function Address({ request, credential }: { request: WireRequest; credential: Credential }) {
  const { t } = useTranslation();
  const { origin } = new URL(request.url);
  return (
    <p className={styles.address}>
      <strong>{request.method}</strong>
      <span>
        <span className={styles.aside}>{origin}</span>
        {/* a place that is still empty, as the endpoint's path names it */}
        {request.url.slice(origin.length).replace(/%7B(\w+)%7D/g, '{$1}')}
        {credential.kind === 'query' && (
          <>
            {request.url.includes('?') ? '&' : '?'}
            {credential.parameter}=<Later text={t('create.addedOnSending')} />
          </>
        )}
      </span>
    </p>
  );
}

function Headers({ endpoint, hasBody }: { endpoint: Endpoint; hasBody: boolean }) {
  const { t } = useTranslation();
  const bearer = endpoint.credential.kind === 'bearer';
  const { idempotencyHeader } = endpoint;
  if (!bearer && !hasBody && !idempotencyHeader) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('create.headers')}</h3>
      <dl className={styles.headers}>
        {bearer && (
          <>
            <dt>Authorization</dt>
            <dd>
              Bearer <Later text={t('create.addedOnSending')} />
            </dd>
          </>
        )}
        {hasBody && (
          <>
            <dt>Content-Type</dt>
            <dd>application/json</dd>
          </>
        )}
        {idempotencyHeader && (
          <>
            <dt>{idempotencyHeader}</dt>
            <dd>
              <Later text={t('create.freshOnSending')} />
            </dd>
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
  const shown = useMemo(() => shownRequest(endpoint, request), [endpoint, request]);
  const { body } = shown;
  const unset = fields.filter(
    ({ name, in: place, required }) => place === 'body' && !required && values[name] === undefined,
  ).length;
  return (
    <div className={styles.request} role="region" aria-label={t('create.request')} tabIndex={0}>
      <Address request={shown} credential={endpoint.credential} />
      <Headers endpoint={endpoint} hasBody={body !== undefined} />
      {body && (
        <>
          <h3 className={styles.heading}>
            <span>{t('create.bodyHeading')}</span>
            <span className={styles.size}>{formatBytes(wireBodyBytes(request.body ?? {}), i18n.language)}</span>
          </h3>
          <JsonView body={body} />
          {unset > 0 && (
            <p className={styles.note}>
              {t(endpoint.method === 'PATCH' ? 'create.fieldsKept' : 'create.fieldsUnset', { count: unset })}
            </p>
          )}
        </>
      )}
      <h3 className={styles.heading}>{t('create.before')}</h3>
      <CheckList checks={checks} />
    </div>
  );
}
