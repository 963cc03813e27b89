import { ActionIcon, Slider, TextInput } from '@mantine/core';
import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shortcut } from '../ui/shortcut';
import styles from './grid.module.css';
import { SIZES, useLibrary } from './library-store';

/** So long after the last letter the search is made. */
const SETTLED_MS = 200;

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

function SearchField() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const searched = useLibrary((state) => state.text);
  const [typed, setTyped] = useState(searched);
  const [known, setKnown] = useState(searched);
  if (searched !== known) {
    // changed elsewhere (Clear): the field follows
    setKnown(searched);
    setTyped(searched);
  }
  useEffect(() => {
    const timer = window.setTimeout(() => {
      useLibrary.setState({ text: typed.trim() });
    }, SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [typed]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typesText(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <TextInput
      ref={input}
      type="text"
      role="searchbox"
      className={styles.search ?? ''}
      aria-label={t('library.searchName')}
      placeholder={t('library.search')}
      aria-keyshortcuts="/"
      maxLength={200}
      leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
      rightSection={
        typed ? (
          <ActionIcon
            size={20}
            aria-label={t('library.clear')}
            onClick={() => {
              setTyped('');
              input.current?.focus();
            }}
          >
            <X size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        ) : (
          <Shortcut keys="/" />
        )
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed) {
          event.stopPropagation();
          setTyped('');
        }
      }}
    />
  );
}

export function GridBar({ shown, total }: { shown: number; total: number }) {
  const { t } = useTranslation();
  const size = useLibrary((state) => state.size);
  return (
    <div className={styles.bar} role="search">
      <SearchField />
      <span className={`secondary number ${styles.total}`} role="status">
        {total > 0 && t('library.shown', { shown, total })}
      </span>
      <Slider
        className={styles.slider ?? ''}
        min={SIZES.least}
        max={SIZES.most}
        step={16}
        value={size}
        thumbLabel={t('library.size')}
        onChange={(value) => {
          useLibrary.setState({ size: value });
        }}
      />
    </div>
  );
}
