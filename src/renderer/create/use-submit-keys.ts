import { useEffect, useEffectEvent } from 'react';
import { onEvent } from '../api';

/** Ctrl+Enter (⌘ on macOS) from anywhere in the window, and the menu's "send". */
export function useSubmitKeys(send: () => void): void {
  const onSend = useEffectEvent(send);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      onSend();
    };
    window.addEventListener('keydown', onKey);
    const stop = onEvent('command', ({ command }) => {
      if (command === 'submit') onSend();
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, []);
}
