import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { Copy, FolderOpen, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../api';
import { Confirm } from '../ui/confirm';
import { attempt } from '../ui/job-actions';
import { useToday } from '../ui/now';
import { inScreen } from '../ui/portal-target';
import { clockText, dayOf, dayText } from '../ui/time-text';
import styles from './figures.module.css';
import { useFigure } from './figure-store';
import { duplicateFigure, openFigure, removeFigure, startFigure } from './saved-figures';

/** Kept figures: open, begin, duplicate, delete. */
export function FigureMenu() {
  const { t, i18n } = useTranslation();
  const id = useFigure((state) => state.figure.id);
  const name = useFigure((state) => state.figure.name);
  const count = useFigure((state) => state.figure.panels.length);
  const { data } = useOperation('figure.list', undefined);
  const [removing, setRemoving] = useState(false);
  const today = useToday();
  const locale = i18n.language;
  const shownName = name || t('composer.untitled');
  const when = (at: number): string => {
    const day = dayText(dayOf(at), today, locale, { today: t('library.today'), yesterday: t('library.yesterday') });
    return `${day} ${clockText(at, locale)}`;
  };
  return (
    <>
      <Menu position="bottom-start" width={304} {...inScreen}>
        <Menu.Target>
          <Tooltip label={t('composer.figures')}>
            <ActionIcon aria-label={t('composer.figures')}>
              <FolderOpen size={16} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('composer.figuresLabel')}>
          <Menu.Item leftSection={<Plus size={14} aria-hidden />} onClick={() => attempt(startFigure())}>
            {t('composer.newFigure')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Copy size={14} aria-hidden />}
            disabled={count === 0}
            onClick={() => attempt(duplicateFigure())}
          >
            {t('composer.duplicate')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Trash2 size={14} aria-hidden />}
            c="var(--bad)"
            disabled={!data?.some((entry) => entry.id === id)}
            onClick={() => {
              setRemoving(true);
            }}
          >
            {t('composer.remove')}
          </Menu.Item>
          {data && data.length > 0 && <Menu.Divider />}
          <div className={styles.entries}>
            {(data ?? []).map((entry) => (
              <Menu.Item
                key={entry.id}
                aria-current={entry.id === id ? 'true' : undefined}
                onClick={() => attempt(openFigure(entry.id))}
              >
                <span className={styles.entry}>
                  <span className="truncate">{entry.name || t('composer.untitled')}</span>
                  <span className="meta number">
                    {t('composer.entryFacts', { count: entry.panels, when: when(entry.updatedAt) })}
                  </span>
                </span>
              </Menu.Item>
            ))}
          </div>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        title={t('composer.removeTitle', { name: shownName })}
        text={t('composer.removeText')}
        yes={t('composer.removeYes')}
        opened={removing}
        onClose={() => {
          setRemoving(false);
        }}
        onYes={() => removeFigure(id)}
      />
    </>
  );
}
