import { useEffect, useEffectEvent } from 'react';
import { onEvent } from '../api';

/** Ctrl/Cmd+S and the menu's "Save as…" while a picture is shown. Of all that is on the screen one thing minds them. */
export function useSaveShortcut(save: () => void, minds = true): void {
  const saveNow = useEffectEvent(save);
  useEffect(() => {
    if (!minds) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
      // taken here, so that the native menu's accelerator does not fire as well
      event.preventDefault();
      saveNow();
    };
    window.addEventListener('keydown', onKey);
    const stop = onEvent('command', ({ command }) => {
      if (command === 'save-as') saveNow();
    });
    return () => {
      window.removeEventListener('keydown', onKey);
      stop();
    };
  }, [minds]);
}
