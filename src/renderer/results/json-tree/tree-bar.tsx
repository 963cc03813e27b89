import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, ChevronsDownUp, ChevronsUpDown, Search, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './json-tree.module.css';
import type { TreeSearch } from './use-tree-search';

interface ToolProps {
  name: string;
  icon: LucideIcon;
  onPress: () => void;
  disabled?: boolean;
}

function Tool({ name, icon: Icon, onPress, disabled = false }: ToolProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon size={24} aria-label={name} disabled={disabled} onClick={onPress}>
        <Icon size={14} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

interface TreeBarProps {
  query: string;
  setQuery: (query: string) => void;
  search: TreeSearch;
  /** Index of the hit that is looked at. */
  at: number;
  goTo: (hit: number) => void;
  openAll: () => void;
  closeAll: () => void;
}

/** Search with its hits, and all at once open or closed. */
export function TreeBar({ query, setQuery, search, at, goTo, openAll, closeAll }: TreeBarProps) {
  const { t } = useTranslation();
  const count = search.hits.length;
  const step = (by: number): void => {
    if (count > 0) goTo((at + by + count) % count);
  };
  const said = search.searching
    ? t('results.tree.searching')
    : count === 0
      ? t('results.tree.noHits')
      : t('results.tree.hits', { count, at: at + 1 });
  return (
    <div className={styles.bar}>
      <TextInput
        className={styles.search ?? ''}
        aria-label={t('results.tree.search')}
        placeholder={t('results.tree.search')}
        leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      <span className={`secondary number ${styles.hits}`} role="status">
        {query.trim() !== '' && said}
      </span>
      {query.trim() !== '' && (
        <>
          <Tool name={t('results.tree.previousHit')} icon={ChevronUp} disabled={count === 0} onPress={() => step(-1)} />
          <Tool name={t('results.tree.nextHit')} icon={ChevronDown} disabled={count === 0} onPress={() => step(1)} />
        </>
      )}
      <Tool name={t('results.tree.openAll')} icon={ChevronsUpDown} onPress={openAll} />
      <Tool name={t('results.tree.closeAll')} icon={ChevronsDownUp} onPress={closeAll} />
    </div>
  );
}
