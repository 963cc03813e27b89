import { useEffect, useState } from 'react';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { call } from '../api';
import type { EndpointForm } from '../forms/form-values';
import { useUi } from '../ui-store';
import { carriedArrived, carriedTo } from './carried-values';
import { createDraftWriter, draftOf } from './draft';

const QUIET_MS = 400;

const after = (ms: number, run: () => void): (() => void) => {
  const timer = window.setTimeout(run, ms);
  return () => {
    window.clearTimeout(timer);
  };
};

export interface Draft {
  /** What was typed before is back. */
  restored: boolean;
  /** The last try to keep what is typed has failed. */
  unkept: boolean;
}

/** Brings back what was typed into a form, and keeps it from then on. */
export function useDraft(endpoint: Endpoint, form: EndpointForm): Draft {
  const [restored, setRestored] = useState(false);
  const [unkept, setUnkept] = useState(false);
  useEffect(() => {
    const { mode } = useUi.getState();
    let gone = false;
    let ready = false;
    const writer = createDraftWriter({
      after,
      quietMs: QUIET_MS,
      write: (values) => {
        // after a change of mode main would keep it with the other mode's drafts
        if (useUi.getState().mode !== mode) return;
        call('draft.set', { endpoint: endpoint.id, values }).then(
          () => {
            setUnkept(false);
          },
          () => {
            setUnkept(true);
          },
        );
      },
    });
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (ready) writer.put(draftOf(endpoint, values));
      },
    });
    const restore = (draft: Record<string, unknown> | null): void => {
      if (gone) return;
      for (const { name, initial } of describeFields(endpoint.input)) {
        // a draft without it says that somebody has left the field to the server
        const value = draft ? draft[name] : initial;
        // what was typed or dropped before the draft came is newer
        if (value !== undefined && form.getValues(name) === undefined) form.setValue(name, value);
      }
      ready = true;
      const current = draftOf(endpoint, form.getValues());
      if (JSON.stringify(current) !== JSON.stringify(draft)) writer.put(current);
      setRestored(true);
    };
    const carried = carriedTo(endpoint);
    if (carried) {
      // what comes from another form is newer than what was typed here some day
      void Promise.resolve().then(() => {
        restore(carried);
        if (!gone) carriedArrived();
      });
    } else {
      call('draft.get', { endpoint: endpoint.id }).then(restore, () => {
        restore(null);
      });
    }
    document.addEventListener('focusout', writer.flush);
    document.addEventListener('visibilitychange', writer.flush);
    window.addEventListener('pagehide', writer.flush);
    return () => {
      gone = true;
      stop();
      writer.flush();
      document.removeEventListener('focusout', writer.flush);
      document.removeEventListener('visibilitychange', writer.flush);
      window.removeEventListener('pagehide', writer.flush);
    };
  }, [endpoint, form]);
  return { restored, unkept };
}
