import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '../ui-store';
import { EndpointIcon } from '../ui/endpoint-icon';
import styles from './endpoint-list.module.css';
import { endpointTitle, useEndpointGroups } from './use-endpoint-groups';

/** Up and down go from name to name, as in any list; Tab works as well. */
function followArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  const next = items[items.findIndex((item) => item === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function EndpointList() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const current = useUi((state) => state.endpoint);
  const openEndpoint = useUi((state) => state.openEndpoint);
  const groups = useEndpointGroups(query);
  const count = groups.reduce((sum, { endpoints }) => sum + endpoints.length, 0);
  return (
    <nav className={styles.list} aria-label={t('create.endpoints')} onKeyDown={followArrows}>
      <TextInput
        className={styles.filter}
        aria-label={t('create.filter')}
        placeholder={t('create.filter')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
        rightSection={<span className={styles.count}>{count}</span>}
        rightSectionPointerEvents="none"
        spellCheck={false}
      />
      <div className={styles.groups}>
        {groups.map(({ provider, endpoints }) => (
          <section key={provider} aria-labelledby={`group-${provider}`}>
            <h2 id={`group-${provider}`} className={styles.provider}>
              {t(`providers.${provider}.name`)}
            </h2>
            {endpoints.map((endpoint) => (
              <button
                key={endpoint.id}
                type="button"
                className={styles.item}
                aria-current={endpoint.id === current ? 'true' : undefined}
                onClick={() => {
                  openEndpoint(endpoint.id);
                }}
              >
                <EndpointIcon name={endpoint.icon} />
                <span className={styles.name}>{endpointTitle(endpoint)}</span>
                <span className={styles.path}>
                  {endpoint.method} {endpoint.path}
                </span>
              </button>
            ))}
          </section>
        ))}
        {count === 0 && <p className={styles.nothing}>{t('create.noEndpoint', { query })}</p>}
      </div>
    </nav>
  );
}
