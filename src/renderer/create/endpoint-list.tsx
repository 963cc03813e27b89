import { useTranslation } from 'react-i18next';
import { EndpointBrowser } from './endpoint-browser';
import styles from './endpoint-list.module.css';

/** The endpoints beside the form. */
export function EndpointList() {
  const { t } = useTranslation();
  return (
    <nav className={styles.list} aria-label={t('create.endpoints')}>
      <EndpointBrowser />
    </nav>
  );
}
