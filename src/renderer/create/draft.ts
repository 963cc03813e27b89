import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import type { FormValues } from '../forms/form-values';

/** What is kept of a form between two sessions: no secrets, nothing that was left to the server. Null for nothing at all. */
export function draftOf(endpoint: Endpoint, values: FormValues): FormValues | null {
  const draft: FormValues = {};
  for (const { name, masked } of describeFields(endpoint.input)) {
    if (!masked && values[name] !== undefined) draft[name] = values[name];
  }
  return Object.keys(draft).length > 0 ? draft : null;
}

export interface DraftWriter {
  put(draft: FormValues | null): void;
  /** Writes at once what waits. */
  flush(): void;
}

interface DraftWriterParts {
  write(draft: FormValues | null): void;
  /** Runs a function after some ms of quiet; returns what calls it off. */
  after(ms: number, run: () => void): () => void;
  quietMs: number;
}

/** Writes a draft when nothing was typed for a while, or when told. */
export function createDraftWriter({ write, after, quietMs }: DraftWriterParts): DraftWriter {
  let waiting: { draft: FormValues | null; callOff: () => void } | undefined;
  const flush = (): void => {
    if (!waiting) return;
    const { draft, callOff } = waiting;
    waiting = undefined;
    callOff();
    write(draft);
  };
  return {
    put(draft) {
      waiting?.callOff();
      waiting = { draft, callOff: after(quietMs, flush) };
    },
    flush,
  };
}
