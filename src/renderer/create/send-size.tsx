import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { wireBodyBytes } from '../../shared/wire-request';
import { useFormScope } from '../forms/form-context';
import { formatBytes } from '../ui/format';
import { previewRequest } from './request';
import { useAccount } from './use-account';
import { useFormValues } from './use-form-values';

/** Smaller requests are no news (bytes). */
const WORTH_SAYING = 100_000;

/** How much will go over the line, base64 included. */
export function SendSize({ endpoint }: { endpoint: Endpoint }) {
  const { t, i18n } = useTranslation();
  const { form } = useFormScope();
  const { baseUrl } = useAccount(endpoint);
  const values = useDeferredValue(useFormValues(form));
  const { body } = previewRequest(endpoint, values, baseUrl);
  const bytes = body ? wireBodyBytes(body) : 0;
  return bytes >= WORTH_SAYING ? t('create.sendsSize', { size: formatBytes(bytes, i18n.language) }) : null;
}
