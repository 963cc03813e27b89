import { useEffect, useState } from 'react';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { ConnectionStep } from '../../shared/contract';
import { call } from '../api';
import { noteAnswer } from '../ui/last-answers';

export type ConnectionTestState =
  | { kind: 'running'; startedAt: number }
  | { kind: 'done'; steps: readonly ConnectionStep[] }
  | { kind: 'broken'; error: AppErrorData };

/** What a test says about the profile: the first part that failed, else that the key is taken. */
function noteSteps(profileId: string, steps: readonly ConnectionStep[]): void {
  const failed = steps.find(({ state }) => state === 'failed');
  if (failed) noteAnswer(profileId, failed.error?.code ?? 'unreachable');
  else if (steps.some(({ step, state }) => step === 'auth' && state === 'ok')) noteAnswer(profileId, 'working');
}

/** Runs the test at once, and again when asked. */
export function useConnectionTest(profileId: string): { state: ConnectionTestState; again: () => void } {
  const [state, setState] = useState<ConnectionTestState>(() => ({ kind: 'running', startedAt: Date.now() }));
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    call('profile.test', { id: profileId }).then(
      (steps) => {
        noteSteps(profileId, steps);
        if (wanted) setState({ kind: 'done', steps });
      },
      (error: unknown) => {
        if (wanted) setState({ kind: 'broken', error: toAppErrorData(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [profileId, round]);
  return {
    state,
    again: () => {
      setState({ kind: 'running', startedAt: Date.now() });
      setRound(round + 1);
    },
  };
}
