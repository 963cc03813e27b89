import { TextInput } from '@mantine/core';
import { ChevronDown, ChevronRight, Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { ENDPOINTS } from '../../shared/endpoints/index';
import { useUi } from '../ui-store';
import { EndpointIcon } from '../ui/endpoint-icon';
import { FOLDABLE, shownAddress, type EndpointSection } from './endpoint-groups';
import styles from './endpoint-list.module.css';
import { toggleSection, useFolded } from './folded-sections';
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

/** An endpoint that was opened from elsewhere is in sight. */
function showIt(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

function Item({ endpoint, current, pick }: { endpoint: Endpoint; current: boolean; pick(): void }) {
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={current ? 'true' : undefined}
      ref={current ? showIt : undefined}
      onClick={pick}
    >
      <EndpointIcon name={endpoint.icon} />
      <span className={styles.name}>{endpointTitle(endpoint)}</span>
      <span className={styles.path} title={`${endpoint.method} ${endpoint.path}`}>
        {shownAddress(endpoint)}
      </span>
    </button>
  );
}

interface SectionProps {
  section: EndpointSection;
  folded: boolean;
  foldable: boolean;
  current: string;
  pick(endpoint: Endpoint): void;
}

function Section({ section, folded, foldable, current, pick }: SectionProps) {
  const { t } = useTranslation();
  const { key, group, family, endpoints } = section;
  const heading = family ?? (group === 'create' ? undefined : t(`create.groups.${group}`));
  // keys have spaces in them, which would part an id in two
  const id = useId();
  const Chevron = folded ? ChevronRight : ChevronDown;
  return (
    <div role="group" aria-labelledby={heading === undefined ? undefined : id}>
      {heading !== undefined &&
        (foldable ? (
          <button
            id={id}
            type="button"
            className={styles.fold}
            aria-expanded={!folded}
            onClick={() => {
              toggleSection(key);
            }}
          >
            <span>{heading}</span>
            <span className={styles.count}>{endpoints.length}</span>
            <Chevron size={12} strokeWidth={1.6} aria-hidden />
          </button>
        ) : (
          <h3 id={id} className={styles.heading}>
            {heading}
          </h3>
        ))}
      {!folded &&
        endpoints.map((endpoint) => (
          <Item
            key={endpoint.id}
            endpoint={endpoint}
            current={endpoint.id === current}
            pick={() => {
              pick(endpoint);
            }}
          />
        ))}
    </div>
  );
}

/** All endpoints with a filter, by provider and what they are for. `picked` is told when one was opened. */
export function EndpointBrowser({ picked, focusFilter }: { picked?: () => void; focusFilter?: boolean }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const current = useUi((state) => state.endpoint);
  const openEndpoint = useUi((state) => state.openEndpoint);
  const groups = useEndpointGroups(query);
  const searching = query.trim() !== '';
  const folded = useFolded(current, searching);
  const count = groups.reduce(
    (sum, { sections }) => sum + sections.reduce((all, { endpoints }) => all + endpoints.length, 0),
    0,
  );
  return (
    <div className={styles.browser} onKeyDown={followArrows}>
      <TextInput
        className={styles.filter}
        aria-label={t('create.filter')}
        placeholder={t('create.filter')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
        rightSection={
          <span className={styles.count} role="status" aria-label={t('create.filterCount', { count })}>
            {searching ? `${count}/${ENDPOINTS.length}` : count}
          </span>
        }
        rightSectionWidth={44}
        rightSectionPointerEvents="none"
        spellCheck={false}
        {...(focusFilter && { 'data-autofocus': true })}
      />
      <div className={styles.groups}>
        {groups.map(({ provider, sections }) => (
          <section key={provider} aria-labelledby={`group-${provider}`}>
            <h2 id={`group-${provider}`} className={styles.provider}>
              {t(`providers.${provider}.name`)}
            </h2>
            {sections.map((section) => (
              <Section
                key={section.key}
                section={section}
                folded={folded(section)}
                foldable={FOLDABLE.has(section.group) && !searching}
                current={current}
                pick={({ id }) => {
                  openEndpoint(id);
                  picked?.();
                }}
              />
            ))}
          </section>
        ))}
        {count === 0 && <p className={styles.nothing}>{t('create.noEndpoint', { query })}</p>}
      </div>
    </div>
  );
}
