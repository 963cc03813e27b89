import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import type { Asset } from '../../shared/job';
import { call } from '../api';
import type { EndpointForm, FormValues } from '../forms/form-values';
import { errorOf } from '../forms/resolver';
import { useUi } from '../ui-store';
import { draftOf } from './draft';

export type SendState =
  | { kind: 'idle' }
  /** `startedAt`: epoch ms. */
  | { kind: 'sending'; startedAt: number }
  /** Refused because of fields: `marked` of them are marked in the form. */
  | { kind: 'refused'; error: AppErrorData; marked: number }
  | { kind: 'failed'; error: AppErrorData }
  | Answered;

/** A plain call's answer. */
export interface Answered {
  kind: 'answered';
  answer: unknown;
  /** The file, where the answer is one. */
  asset: Asset | null;
  /** In ms. */
  took: number;
  exchangeId: number;
  /** Parts of a huge answer are left out. */
  shortened: boolean;
  /** What was asked, and what the form held then; both without secrets. */
  input: FormValues;
  sent: FormValues | null;
}

export interface Sending {
  state: SendState;
  send(): void;
  /** Puts the outcome out of sight. */
  dismiss(): void;
}

/**
 * The state of sending by mode and endpoint. It outlives the form: whoever looks elsewhere meanwhile finds "sending"
 * (and so no second way to spend a unit) or the error when they come back.
 */
const useSendStates = create<Record<string, SendState>>(() => ({}));
const IDLE: SendState = { kind: 'idle' };

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

/** Whether the user still looks at this form. */
const isShown = (endpoint: Endpoint): boolean => {
  const { screen, endpoint: shown } = useUi.getState();
  return screen === 'create' && shown === endpoint.id;
};

/** A job's place is then the queue, a plain call's answer stays here. Throws AppError. */
async function sendInput(
  endpoint: Endpoint,
  form: EndpointForm,
  input: FormValues,
  put: (state: SendState) => void,
): Promise<void> {
  const startedAt = Date.now();
  const asked = draftOf(endpoint, input) ?? {};
  const sent = draftOf(endpoint, form.getValues());
  put({ kind: 'sending', startedAt });
  if (!endpoint.job) {
    const { answer, asset, exchangeId, shortened } = await call('call.run', { endpoint: endpoint.id, input });
    put({ kind: 'answered', answer, asset, exchangeId, shortened, input: asked, sent, took: Date.now() - startedAt });
    return;
  }
  const { jobId } = await call('job.submit', { endpoint: endpoint.id, input });
  // whoever has gone on to something else stays there
  if (isShown(endpoint)) useUi.getState().openQueueJob(jobId);
  put(IDLE);
}

interface SendListener {
  /** Fields that have to be mended, in the form's order. */
  onMarked(names: readonly string[]): void;
  /** Something would be gone for good: `go` sends it once that was confirmed. */
  onIrreversible(input: FormValues, go: () => void): void;
  /** The account has no key yet; nothing was sent. */
  onKeyMissing(): void;
}

/** Sends the form, once at a time. */
export function useSend(
  endpoint: Endpoint,
  form: EndpointForm,
  { onMarked, onIrreversible, onKeyMissing }: SendListener,
): Sending {
  const mode = useUi((state) => state.mode);
  const key = `${mode}/${endpoint.id}`;
  const state = useSendStates((states) => states[key]) ?? IDLE;
  const put = (next: SendState): void => {
    useSendStates.setState({ [key]: next });
  };

  const run = async (input: FormValues): Promise<void> => {
    // asked of the store, not of the last drawing: a second press may come before it
    if (useSendStates.getState()[key]?.kind === 'sending') return;
    try {
      await sendInput(endpoint, form, input, put);
    } catch (thrown) {
      const error = toAppErrorData(thrown);
      if (error.code === 'no_credential' && mode === 'live' && isShown(endpoint)) {
        put(IDLE);
        onKeyMissing();
        return;
      }
      const marked = mark(endpoint, form, error);
      put(marked.length > 0 ? { kind: 'refused', error, marked: marked.length } : { kind: 'failed', error });
      if (marked.length > 0) onMarked(marked);
    }
  };

  const markAgain = useEffectEvent(() => {
    if (state.kind === 'refused') mark(endpoint, form, state.error);
  });
  useEffect(() => {
    markAgain();
  }, []);

  const submit = form.handleSubmit(
    (input) => {
      if (!endpoint.irreversible) return run(input);
      onIrreversible(input, () => void run(input));
      return undefined;
    },
    (errors) => {
      onMarked(
        describeFields(endpoint.input)
          .map(({ name }) => name)
          .filter((name) => errors[name] !== undefined),
      );
    },
  );

  return {
    state,
    send: () => {
      if (state.kind !== 'sending') void submit();
    },
    dismiss: () => {
      put(IDLE);
    },
  };
}
