import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePreview } from '../preview-store';
import styles from './settings.module.css';

/** What the preview shows and the server will draw otherwise, or badly. */
export function ServerNotes() {
  const { t, i18n } = useTranslation();
  const shown = usePreview((state) => state.drawn?.view);
  if (shown?.mode !== 'server') return null;
  const { clippedGrey, liveText, missingGlyphs } = shown.notes;
  const list = new Intl.ListFormat(i18n.language);
  const panels = (which: readonly number[]): string => list.format(which.map((index) => String(index + 1)));
  const notes = [
    clippedGrey.length > 0 && t('figure.notes.clippedGrey', { panels: panels(clippedGrey) }),
    liveText.length > 0 && t('figure.notes.liveText', { panels: panels(liveText) }),
    missingGlyphs !== '' && t('figure.notes.missingGlyphs', { letters: missingGlyphs }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>
          <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
