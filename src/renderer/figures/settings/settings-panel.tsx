import { useTranslation } from 'react-i18next';
import { ComposeFoot } from '../compose/compose-foot';
import { JournalChecks, JournalFoot, JournalHead } from '../export/journal-slots';
import { figures, useFigure } from '../figure-store';
import { useRefusal } from '../use-refusal';
import { LabelsSection, SpacingSection } from './labels-section';
import { LayoutSection } from './layout-section';
import { ServerNotes } from './notes';
import { Segments } from './segments';
import styles from './settings.module.css';

/** How the figure is drawn, and what becomes of it. */
export function SettingsPanel() {
  const { t } = useTranslation();
  const mode = useFigure((state) => state.figure.mode);
  const refusal = useRefusal();
  const server = mode === 'server';
  return (
    <div className={styles.panel}>
      <div className={styles.scroll}>
        <div className={styles.mode}>
          <Segments
            name={t('composer.mode')}
            value={mode}
            options={[
              { value: 'server', label: t('composer.modeServer') },
              { value: 'journal', label: t('composer.modeJournal') },
            ]}
            onChange={figures.setMode}
          />
        </div>
        {!server && <JournalHead />}
        <LayoutSection refusal={refusal} />
        <LabelsSection refusal={refusal} />
        <SpacingSection />
        {server ? <ServerNotes /> : <JournalChecks />}
      </div>
      <div className={styles.foot}>{server ? <ComposeFoot refused={refusal !== undefined} /> : <JournalFoot />}</div>
    </div>
  );
}
