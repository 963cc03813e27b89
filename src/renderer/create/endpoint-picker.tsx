import { ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { EndpointIcon } from '../ui/endpoint-icon';
import { inScreen } from '../ui/portal-target';
import { useFloating } from '../ui/use-floating';
import { EndpointBrowser } from './endpoint-browser';
import { shownAddress } from './endpoint-groups';
import styles from './endpoint-picker.module.css';
import { endpointTitle } from './use-endpoint-groups';

/** The endpoint list of a narrow window. */
export function EndpointPicker({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const floating = useFloating();
  const target = (
    <button
      type="button"
      className={styles.picker}
      onClick={() => {
        setOpened(!opened);
      }}
    >
      <EndpointIcon name={endpoint.icon} />
      <span className={styles.title}>{endpointTitle(endpoint)}</span>
      <span className={styles.path} title={`${endpoint.method} ${endpoint.path}`}>
        {shownAddress(endpoint)}
      </span>
      <span className="visually-hidden">{t('create.pickAnother')}</span>
      <ChevronsUpDown size={14} strokeWidth={1.6} aria-hidden />
    </button>
  );
  if (!floating) return target;
  const { Popover } = floating;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={340}
      trapFocus
      returnFocus
      {...inScreen}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={styles.dropdown} aria-label={t('create.endpoints')}>
        <EndpointBrowser
          focusFilter
          picked={() => {
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
