import { useEffect } from 'react';
import { onEvent } from '../api';

/** Ctrl/Cmd+S and the menu's "Save as…" while a picture is shown. */
export function useSaveShortcut(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      // taken here, so that the native menu's accelerator does not fire as well
      event.preventDefault();
      save();
    };
    window.addEventListener('keydown', onKey);
    const stop = onEvent('command', ({ command }) => {
      if (command === 'save-as') save();
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, [save]);
}
