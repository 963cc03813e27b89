import { useState } from 'react';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { call } from '../api';
import type { EndpointForm, FormValues } from '../forms/form-values';
import { errorOf } from '../forms/resolver';
import { useUi } from '../ui-store';

export type SendState =
  | { kind: 'idle' }
  /** `startedAt`: epoch ms. */
  | { kind: 'sending'; startedAt: number }
  /** Refused because of fields: `marked` of them are marked in the form. */
  | { kind: 'refused'; error: AppErrorData; marked: number }
  | { kind: 'failed'; error: AppErrorData }
  /** A plain call's answer and how long it took, in ms. */
  | { kind: 'answered'; answer: unknown; took: number };

export interface Sending {
  state: SendState;
  send(): void;
  /** Puts the outcome out of sight. */
  dismiss(): void;
}

/** Marks the fields that the answer names and gives their names in the form's order. */
function mark(endpoint: Endpoint, form: EndpointForm, error: AppErrorData): string[] {
  const issues = error.issues ?? [];
  const names = describeFields(endpoint.input)
    .map(({ name }) => name)
    .filter((name) => issues.some(({ field }) => field === name));
  for (const name of names) {
    const issue = issues.find(({ field }) => field === name);
    if (issue) form.setError(name, errorOf(issue));
  }
  return names;
}

const sendingNow = (): SendState => ({ kind: 'sending', startedAt: Date.now() });

/** A job's place is then the queue, a plain call's answer stays here. Throws AppError. */
async function sendInput(endpoint: Endpoint, input: FormValues): Promise<SendState> {
  const startedAt = Date.now();
  if (!endpoint.job) {
    const { answer } = await call('call.run', { endpoint: endpoint.id, input });
    return { kind: 'answered', answer, took: Date.now() - startedAt };
  }
  const { jobId } = await call('job.submit', { endpoint: endpoint.id, input });
  // whoever has gone on to another screen stays there
  if (useUi.getState().screen === 'create') useUi.getState().openQueueJob(jobId);
  return { kind: 'idle' };
}

interface SendListener {
  /** Fields that have to be mended, in the form's order. */
  onMarked(names: readonly string[]): void;
  /** The account has no key yet; nothing was sent. */
  onKeyMissing(): void;
}

/** Sends the form: as a job, whose place is then the queue, or as a plain call, whose answer is shown here. */
export function useSend(endpoint: Endpoint, form: EndpointForm, { onMarked, onKeyMissing }: SendListener): Sending {
  const [state, setState] = useState<SendState>({ kind: 'idle' });

  const run = async (input: FormValues): Promise<void> => {
    setState(sendingNow());
    try {
      setState(await sendInput(endpoint, input));
    } catch (thrown) {
      const error = toAppErrorData(thrown);
      if (error.code === 'no_credential' && useUi.getState().mode === 'live') {
        setState({ kind: 'idle' });
        onKeyMissing();
        return;
      }
      const marked = mark(endpoint, form, error);
      setState(marked.length > 0 ? { kind: 'refused', error, marked: marked.length } : { kind: 'failed', error });
      if (marked.length > 0) onMarked(marked);
    }
  };

  const submit = form.handleSubmit(run, (errors) => {
    onMarked(
      describeFields(endpoint.input)
        .map(({ name }) => name)
        .filter((name) => errors[name] !== undefined),
    );
  });

  return {
    state,
    send: () => {
      if (state.kind !== 'sending') void submit();
    },
    dismiss: () => {
      setState({ kind: 'idle' });
    },
  };
}
