import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { AppError } from '../shared/app-error';
import {
  eventMessageSchema,
  events,
  operations,
  replySchema,
  type EventName,
  type EventPayload,
  type OperationInput,
  type OperationName,
  type OperationOutput,
  type PlantainBridge,
} from '../shared/contract';

declare global {
  interface Window {
    plantain: PlantainBridge;
  }
}

/**
 * Asks the main process. Throws AppError with what the user can do. `file` must be a File the user handed
 * over (drop, paste): its path is found by the preload, never named by the window.
 */
export async function call<N extends OperationName>(
  operation: N,
  input: OperationInput<N>,
  file?: File,
): Promise<OperationOutput<N>> {
  const reply = replySchema.parse(await window.plantain.call(operation, input, file));
  if (!reply.ok) throw new AppError(reply.error.code, reply.error);
  return operations[operation].output.parse(reply.value) as OperationOutput<N>;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // main says when something changed; nothing is refetched on a guess
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** What main owns, cached by operation and input; refetched when main's events say so. */
export function useOperation<N extends OperationName>(
  operation: N,
  input: OperationInput<N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<OperationOutput<N>, AppError> {
  return useQuery<OperationOutput<N>, AppError, OperationOutput<N>, readonly [N, OperationInput<N>]>({
    queryKey: [operation, input] as const,
    queryFn: () => call(operation, input),
    enabled: options.enabled ?? true,
    // no skeletons: the old rows stay until the new ones are there
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type Listener = (payload: unknown) => void;
const listeners = new Map<EventName, Set<Listener>>();

/** Hears one kind of event. Returns the function that stops it. */
export function onEvent<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  const heard = listeners.get(name) ?? new Set();
  listeners.set(name, heard);
  const typed = listener as Listener;
  heard.add(typed);
  return () => {
    heard.delete(typed);
  };
}

/** The window's one ear: every further listener in the preload would cost each event a crossing of its own. */
function hear(message: unknown): void {
  const parsed = eventMessageSchema.safeParse(message);
  if (!parsed.success) return;
  const payload = events[parsed.data.name].safeParse(parsed.data.payload);
  if (!payload.success) return;
  for (const listener of [...(listeners.get(parsed.data.name) ?? [])]) listener(payload.data);
}

/** Called once at start: main's events make the cached answers stale. */
export function followMain(): void {
  window.plantain.on(hear);
  const invalidate = (...names: OperationName[]): void => {
    for (const name of names) void queryClient.invalidateQueries({ queryKey: [name] });
  };
  onEvent('job.changed', ({ id }) => {
    invalidate('job.list', 'job.counts', 'job.spent', 'webhook.list', 'webhook.get');
    void queryClient.invalidateQueries({ queryKey: ['job.get', { id }] });
    void queryClient.invalidateQueries({ queryKey: ['exchange.list', { jobId: id }] });
  });
  onEvent('program.fault', () => {
    // what toasts stand in may not be there yet: they wait for it
    void import('./ui/toast').then(({ toastFault }) => {
      toastFault();
    });
  });
  onEvent('live.changed', () => {
    invalidate('job.liveNeedsYou');
  });
  onEvent('history.opened', () => {
    invalidate('app.info');
  });
  onEvent('settings.changed', () => {
    // the demo's accounts are named in the language that is set
    invalidate('settings.get', 'profile.list');
  });
  onEvent('profiles.changed', () => {
    invalidate('profile.list', 'vault.status');
  });
  onEvent('webhooks.changed', () => {
    invalidate('webhook.list', 'webhook.get', 'webhook.unread');
  });
  onEvent('webhooks.state', () => {
    invalidate('webhook.state', 'webhook.get');
  });
  onEvent('webhooks.run', ({ run }) => {
    void queryClient.invalidateQueries({ queryKey: ['webhook.run', { run }] });
  });
  onEvent('mode.changed', () => {
    // not clear(): what is on the screen would keep its old answers and never ask again
    void queryClient.resetQueries();
  });
}
