import { Button, SegmentedControl } from '@mantine/core';
import { ChartColumn, Workflow } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../../shared/job';
import { CopyButton } from '../../ui/copy-button';
import { openForm } from '../open-form';
import { OtherShape } from '../other-shape';
import type { ResultProps } from '../result';
import results from '../results.module.css';
import { diffParts, sideOf, type DiffPart } from './diff-parts';
import { DiffText } from './diff-text';
import styles from './prompt.module.css';
import { diagramDraft, plotDraft } from './use-it';

const LAYOUTS = ['side', 'inline', 'after'] as const;
type Layout = (typeof LAYOUTS)[number];

function Compared({ parts, polished, layout }: { parts: readonly DiffPart[]; polished: string; layout: Layout }) {
  const { t } = useTranslation();
  if (layout === 'after') return <p className={styles.text}>{polished}</p>;
  if (layout === 'inline') return <DiffText parts={parts} />;
  return (
    <div className={styles.sides}>
      <section>
        <h4 className={results.heading}>{t('results.prompt.original')}</h4>
        <DiffText parts={sideOf(parts, 'before')} />
      </section>
      <section>
        <h4 className={results.heading}>{t('results.prompt.polished')}</h4>
        <DiffText parts={sideOf(parts, 'after')} />
      </section>
    </div>
  );
}

function UseIt({ job, polished }: { job: JobDetail; polished: string }) {
  const { t } = useTranslation();
  const forPlot = job.input['diagram_type'] === 'statistical_plot';
  return (
    <div className={styles.uses}>
      <Button
        {...(!forPlot && { variant: 'filled' })}
        leftSection={<Workflow size={14} aria-hidden />}
        onClick={() => {
          openForm('paperbanana.generate', (draft) => diagramDraft(polished, job.input, draft));
        }}
      >
        {t('results.prompt.forDiagram')}
      </Button>
      <Button
        {...(forPlot && { variant: 'filled' })}
        leftSection={<ChartColumn size={14} aria-hidden />}
        onClick={() => {
          openForm('paperbanana.plot', (draft) => plotDraft(polished, draft));
        }}
      >
        {t('results.prompt.forPlot')}
      </Button>
    </div>
  );
}

function Prompt({ job, polished }: { job: JobDetail; polished: string }) {
  const { t } = useTranslation();
  const [layout, setLayout] = useState<Layout>('side');
  const asked = job.input['description'];
  // a job that was taken up by its id has no original here
  const original = typeof asked === 'string' ? asked : undefined;
  const parts = useMemo(() => (original === undefined ? [] : diffParts(original, polished)), [original, polished]);
  return (
    <section className={styles.prompt} data-testid="polished">
      <div className={styles.bar}>
        <h3>{t('results.prompt.polished')}</h3>
        <CopyButton text={polished} name={t('results.prompt.copy')} />
        {original !== undefined && (
          <SegmentedControl
            aria-label={t('results.prompt.layout')}
            className={styles.layouts ?? ''}
            value={layout}
            onChange={setLayout}
            data={LAYOUTS.map((value) => ({ value, label: t(`results.prompt.${value}`) }))}
          />
        )}
      </div>
      <UseIt job={job} polished={polished} />
      {original === polished && <p className={results.note}>{t('results.prompt.same')}</p>}
      <Compared parts={parts} polished={polished} layout={original === undefined ? 'after' : layout} />
    </section>
  );
}

/** A polished prompt beside what it was made from. */
export default function PromptView({ result }: ResultProps) {
  const { t } = useTranslation();
  if (result.kind === 'answer') return <OtherShape value={result.answer} />;
  const { job } = result;
  if (!job.description) return <p className={results.note}>{t('results.prompt.none')}</p>;
  return <Prompt job={job} polished={job.description} />;
}
