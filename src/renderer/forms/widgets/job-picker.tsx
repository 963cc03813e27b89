import { Button, TextInput } from '@mantine/core';
import { Plus, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../api';
import { useFormScope } from '../form-context';
import { PickList } from '../pick-list';
import { PickTiles } from '../pick-tiles';
import { pastedLines } from '../pasted-lines';
import styles from '../pick.module.css';
import { moved, without } from '../use-rows';
import type { WidgetProps } from '../widget';

/** So many of the newest finished jobs are offered; older ones are found by searching. */
const OFFERED = 60;
const KNOWN = 500;

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Finished jobs in an order, picked from the history or by the id that the server gave them. */
export default function JobPickerWidget({ id, value, onChange, onBlur, focusRef, invalid, describedBy }: WidgetProps) {
  const { t } = useTranslation();
  const { endpoint } = useFormScope();
  const [query, setQuery] = useState('');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(query.trim().slice(0, 200));
  const found = useOperation(
    'job.list',
    { scope: 'library', limit: OFFERED, ...(text && { text }) },
    { keepPrevious: true },
  );
  const known = useOperation('job.list', { scope: 'library', limit: KNOWN });
  const offered = (found.data?.jobs ?? []).filter((job) => job.provider === endpoint.provider && job.remoteId !== null);
  const chosen = idsOf(value);
  const put = (ids: readonly string[]): void => {
    onChange(ids.length > 0 ? ids : undefined);
  };
  const addTyped = (): void => {
    const ids = pastedLines(typed);
    if (ids.length === 0) return;
    put([...chosen, ...ids]);
    setTyped('');
  };

  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      className={styles.picker}
      data-invalid={invalid || undefined}
      onBlur={onBlur}
    >
      <PickList
        ids={chosen}
        jobs={[...(known.data?.jobs ?? []), ...offered]}
        move={(from, to) => {
          put(moved(chosen, from, to));
        }}
        remove={(index) => {
          put(without(chosen, index));
        }}
      />
      <div className={styles.tools}>
        <TextInput
          id={id}
          ref={focusRef}
          className={styles.search}
          aria-label={t('forms.findFigures')}
          placeholder={t('forms.findFigures')}
          value={query}
          leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
        />
        <TextInput
          className={styles.byId}
          aria-label={t('forms.taskId')}
          placeholder={t('forms.taskId')}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            addTyped();
          }}
        />
        <Button
          leftSection={<Plus size={14} strokeWidth={1.6} aria-hidden />}
          disabled={typed.trim() === ''}
          onClick={addTyped}
        >
          {t('forms.addById')}
        </Button>
      </div>
      <PickTiles
        jobs={offered}
        chosen={chosen}
        searching={text !== ''}
        toggle={(remoteId, on) => {
          put(on ? [...chosen, remoteId] : chosen.filter((item) => item !== remoteId));
        }}
      />
    </div>
  );
}
