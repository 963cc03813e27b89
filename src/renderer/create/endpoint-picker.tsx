import { Menu } from '@mantine/core';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { inScreen } from '../ui/portal-target';
import { useUi } from '../ui-store';
import { EndpointIcon } from '../ui/endpoint-icon';
import styles from './endpoint-picker.module.css';
import { endpointTitle, useEndpointGroups } from './use-endpoint-groups';

/** The endpoint list of a narrow window. */
export function EndpointPicker({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const openEndpoint = useUi((state) => state.openEndpoint);
  const groups = useEndpointGroups('');
  return (
    <Menu position="bottom-start" width={360} {...inScreen}>
      <Menu.Target>
        <button type="button" className={styles.picker}>
          <EndpointIcon name={endpoint.icon} />
          <span className={styles.title}>{endpointTitle(endpoint)}</span>
          <span className={styles.path}>
            {endpoint.method} {endpoint.path}
          </span>
          <span className="visually-hidden">{t('create.pickAnother')}</span>
          <ChevronsUpDown size={14} strokeWidth={1.6} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        {groups.map(({ provider, endpoints }) => [
          <Menu.Label key={provider}>{t(`providers.${provider}.name`)}</Menu.Label>,
          ...endpoints.map((item) => (
            <Menu.Item
              key={item.id}
              leftSection={<EndpointIcon name={item.icon} />}
              rightSection={
                <span className={styles.path}>
                  {item.method} {item.path}
                </span>
              }
              onClick={() => {
                openEndpoint(item.id);
              }}
            >
              {endpointTitle(item)}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
