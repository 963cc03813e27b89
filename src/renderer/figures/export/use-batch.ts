import { useEffect, useState } from 'react';
import { toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import type { OperationOutput } from '../../../shared/contract';
import type { BatchItem } from '../../../shared/figure-export';
import { call, onEvent } from '../../api';
import { attempt } from '../../ui/job-actions';

interface Running {
  run: string;
  since: number;
  done: number;
  total: number;
}

type Answer = NonNullable<OperationOutput<'figure.exportBatch'>>;

/** One batch of exports: what is under way, and what came of the last one. */
export function useBatch() {
  const [running, setRunning] = useState<Running | null>(null);
  const [answer, setAnswer] = useState<{ items: BatchItem[]; given: Answer } | null>(null);
  const [problem, setProblem] = useState<AppErrorData | null>(null);

  useEffect(
    () =>
      onEvent('figure.exported', ({ run, done }) => {
        setRunning((now) => (now?.run === run ? { ...now, done } : now));
      }),
    [],
  );

  async function start(name: string, items: BatchItem[]): Promise<void> {
    const run = crypto.randomUUID();
    setProblem(null);
    setRunning({ run, since: Date.now(), done: 0, total: items.length });
    try {
      const given = await call('figure.exportBatch', { run, name, items });
      if (given) setAnswer({ items, given });
    } catch (error) {
      setProblem(toAppErrorData(error));
    }
    setRunning(null);
  }

  return {
    ...{ running, answer, problem, start },
    stop() {
      if (running) attempt(call('figure.stopExport', { run: running.run }));
    },
    again: () => {
      setAnswer(null);
    },
  };
}
