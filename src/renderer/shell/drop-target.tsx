import { ActionIcon } from '@mantine/core';
import { CircleAlert, FileUp, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onEvent } from '../api';
import { findEndpoint } from '../../shared/endpoints';
import { describeFields, type Widget } from '../../shared/fields';
import { imageIntake, takeImages } from '../forms/image-intake';
import { tableIntake, takeTable } from '../forms/table-intake';
import { useUi } from '../ui-store';
import { choosePdf, resetIntake, showPdfForm, takeFile, takeReference } from '../forms/pdf-intake';
import { sortDropped, type Dropped } from './dropped-files';
import styles from './drop-target.module.css';
import { useFileDrag } from './use-file-drag';

type Notice = { kind: 'unknown'; name: string } | { kind: 'left'; name: string; count: number };

/** Where a table and pictures are at home, unless the form that is open takes them itself. */
const TABLE_ENDPOINT = 'paperbanana.plot';
const IMAGES_ENDPOINT = 'bananahub.editImages';

function showFormWith(widget: Widget, usual: string): void {
  const { screen, endpoint, openEndpoint } = useUi.getState();
  const shown = screen === 'create' ? findEndpoint(endpoint) : undefined;
  const takes = shown && describeFields(shown.input).some((field) => field.widget === widget);
  openEndpoint(takes ? endpoint : usual);
}

/** Takes sorted files to the form that is meant for them. */
async function take({ kind, files }: Exclude<Dropped<File>, { kind: 'unknown' }>): Promise<void> {
  const [first] = files;
  if (!first) return;
  switch (kind) {
    case 'pdf':
      showPdfForm();
      return takeFile(first);
    case 'images':
      if (useUi.getState().screen === 'figure') return (await import('../figures/panel-intake')).takePanels(files);
      showFormWith('images', IMAGES_ENDPOINT);
      return takeImages(files);
    case 'table':
      showFormWith('table', TABLE_ENDPOINT);
      return takeTable(first);
  }
}

function resetIntakes(): void {
  resetIntake();
  imageIntake.reset();
  tableIntake.reset();
}

/**
 * The whole window takes files: each goes to the form that is meant for it, whatever the screen. It also hears of PDFs that come by the
 * menu and by the system.
 */
export function DropTarget() {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<Notice>();

  const onDrop = useCallback(async (files: readonly File[]): Promise<void> => {
    const dropped = await sortDropped(files);
    if (dropped.kind === 'unknown') {
      setNotice(dropped);
      return;
    }
    const { left } = dropped;
    const name = dropped.files.length === 1 ? (dropped.files[0]?.name ?? '') : '';
    setNotice(left > 0 ? { kind: 'left', name, count: left } : undefined);
    await take(dropped);
  }, []);
  const dragging = useFileDrag(onDrop);

  useEffect(() => {
    const stops = [
      onEvent('file.opened', ({ file }) => {
        showPdfForm();
        void takeReference(file);
      }),
      onEvent('command', ({ command }) => {
        if (command !== 'open-pdf') return;
        showPdfForm();
        void choosePdf();
      }),
      onEvent('mode.changed', resetIntakes),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  return (
    <>
      {dragging && (
        <div className={styles.overlay}>
          <FileUp size={20} strokeWidth={1.6} aria-hidden />
          <span>{t('shell.dropHere')}</span>
        </div>
      )}
      {notice && (
        <div className={styles.notice} role="alert">
          <CircleAlert size={16} strokeWidth={1.6} aria-hidden />
          <span>
            {notice.kind === 'unknown'
              ? t('shell.dropUnknown', { name: notice.name })
              : notice.name === ''
                ? t('shell.dropPicturesTaken', { count: notice.count })
                : t('shell.dropLeft', { name: notice.name, count: notice.count })}
          </span>
          <ActionIcon
            size={24}
            aria-label={t('common.close')}
            onClick={() => {
              setNotice(undefined);
            }}
          >
            <X size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  );
}
