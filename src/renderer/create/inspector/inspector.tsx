import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope } from '../../forms/form-context';
import { usePdf, usePdfInfo } from '../../forms/use-pdf-info';
import { previewRequest } from '../request';
import { useAccount } from '../use-account';
import { useFormValues } from '../use-form-values';
import { CopyRequest } from './copy-request';
import styles from './inspector.module.css';
import { PagePreview } from './page-preview';
import { RequestTab } from './request-tab';

/** What the form would send, and the page that it is on. */
export default function Inspector() {
  const { t } = useTranslation();
  const { endpoint, fields, form } = useFormScope();
  const { baseUrl } = useAccount(endpoint);
  const values = useDeferredValue(useFormValues(form));
  const pdf = usePdf(form, fields);
  const info = usePdfInfo(pdf).data;
  const request = previewRequest(endpoint, values, baseUrl);
  return (
    <div className={styles.inspector}>
      <div className={styles.bar}>
        <h2>{t('create.request')}</h2>
        <CopyRequest request={request} />
      </div>
      <RequestTab request={request} />
      {pdf && info && <PagePreview sha256={pdf.$file} sizes={info.sizes} />}
    </div>
  );
}
