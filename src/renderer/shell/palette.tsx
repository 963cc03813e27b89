import { Modal } from '@mantine/core';
import { Search } from 'lucide-react';
import { Fragment, useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { thumbUrl } from '../../shared/contract';
import { EndpointIcon } from '../ui/endpoint-icon';
import { usePaletteItems, type PaletteItem } from './palette-items';
import styles from './palette.module.css';
import { closePalette, usePalette } from './palette-store';

/** So long after the last letter the history is searched. */
const SETTLED_MS = 150;

function Lead({ icon: Icon }: { icon: PaletteItem['icon'] }) {
  if ('picture' in Icon) return <img className={styles.picture} src={thumbUrl(Icon.picture, 80)} alt="" />;
  if ('endpoint' in Icon) return <EndpointIcon name={Icon.endpoint} />;
  return <Icon size={16} strokeWidth={1.6} aria-hidden />;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(text);
    }, SETTLED_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text]);
  return settled;
}

interface OptionProps {
  id: string;
  item: PaletteItem;
  chosen: boolean;
  onPoint: () => void;
  onRun: () => void;
}

function Option({ id, item, chosen, onPoint, onRun }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      className={styles.option}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <Lead icon={item.icon} />
      <span className="truncate">{item.label}</span>
      {item.hint && <span className={`truncate ${styles.hint}`}>{item.hint}</span>}
    </div>
  );
}

/** The focus stays in the field; arrows move what it points at (the combobox pattern). */
function Finder() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const query = typed.trim();
  const items = usePaletteItems(query, useSettled(query));
  const chosen = Math.min(at, items.length - 1);
  const optionId = (index: number): string => `${list}-${index}`;
  const run = (item: PaletteItem | undefined): void => {
    if (!item) return;
    closePalette();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setAt((chosen + step + items.length) % items.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // composing: Enter ends a Chinese word, not the search
      event.preventDefault();
      run(items[chosen]);
    }
  };
  return (
    <>
      <div className={styles.field}>
        <Search size={16} strokeWidth={1.6} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-activedescendant={chosen >= 0 ? optionId(chosen) : undefined}
          aria-label={t('shell.findOrDo')}
          placeholder={t('shell.findOrDo')}
          maxLength={200}
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={list} role="listbox" aria-label={t('shell.findOrDo')} className={styles.list}>
        {items.map((item, index) => (
          <Fragment key={`${item.group}/${item.id}`}>
            {items[index - 1]?.group !== item.group && (
              <div className={styles.group} role="presentation">
                {t(`shell.${item.group}`)}
              </div>
            )}
            <Option
              id={optionId(index)}
              item={item}
              chosen={index === chosen}
              onPoint={() => {
                setAt(index);
              }}
              onRun={() => {
                run(item);
              }}
            />
          </Fragment>
        ))}
      </div>
      {items.length === 0 && (
        <p className={styles.empty} role="status">
          {t('shell.paletteEmpty', { query })}
        </p>
      )}
    </>
  );
}

export function Palette() {
  const { t } = useTranslation();
  const open = usePalette((state) => state.open);
  return (
    <Modal
      opened={open}
      onClose={closePalette}
      withCloseButton={false}
      centered={false}
      yOffset="12vh"
      size={560}
      padding={0}
      attributes={{ content: { 'aria-label': t('shell.findOrDo') } }}
      classNames={{ body: styles.body ?? '' }}
      transitionProps={{ duration: 90, transition: 'fade' }}
    >
      <Finder />
    </Modal>
  );
}
