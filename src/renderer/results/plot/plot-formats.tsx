import { Button, SegmentedControl } from '@mantine/core';
import { Images } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset, JobDetail } from '../../../shared/job';
import { saveAs } from '../../ui/job-actions';
import { jobTitle } from '../../ui/job-words';
import { useSaveShortcut } from '../../ui/use-save-shortcut';
import { useUi } from '../../ui-store';
import { FileCard } from '../file-card';
import cards from '../file-card.module.css';
import styles from '../results.module.css';

const ALL = 'all';

interface FormatsProps {
  job: JobDetail;
  /** In the library one is there already, and Ctrl+S is its own. */
  withOpen?: boolean;
}

/** A plot in all the formats that it came in, side by side or one at a time. */
export function PlotFormats({ job, withOpen = true }: FormatsProps) {
  const { t } = useTranslation();
  const openResult = useUi((state) => state.openResult);
  const [chosen, setChosen] = useState<string>(ALL);
  const { assets } = job;
  const shown: Asset[] = chosen === ALL ? assets : assets.filter(({ sha256 }) => sha256 === chosen);
  const first = shown[0]?.sha256;
  useSaveShortcut(() => {
    if (first !== undefined) saveAs({ jobId: job.id, sha256: first });
  }, withOpen);
  return (
    <section data-testid="plot-formats">
      {assets.length > 1 && (
        <SegmentedControl
          aria-label={t('results.plot.formats')}
          className={cards.switch ?? ''}
          value={chosen}
          onChange={setChosen}
          data={[
            { value: ALL, label: t('results.plot.all') },
            ...assets.map(({ sha256, format }) => ({ value: sha256, label: format.toUpperCase() })),
          ]}
        />
      )}
      <div className={cards.cards}>
        {shown.map((asset) => (
          <FileCard
            key={asset.sha256}
            asset={asset}
            title={jobTitle(job)}
            large={shown.length === 1}
            testId="result-picture"
            place={{ jobId: job.id, sha256: asset.sha256 }}
            saveName={t('library.saveFile', { format: asset.format.toUpperCase() })}
            main={asset.sha256 === first}
          />
        ))}
      </div>
      {withOpen && (
        <div className={styles.actions}>
          <Button
            leftSection={<Images size={14} aria-hidden />}
            onClick={() => {
              openResult(job.id);
            }}
          >
            {t('library.openInLibrary')}
          </Button>
        </div>
      )}
    </section>
  );
}
