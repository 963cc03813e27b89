import { onEvent } from '../api';
import { useUi } from '../ui-store';
import { openPalette } from './palette-store';

/** Shortcuts of the whole window and commands of the native menu. Returns the function that stops both. */
export function followCommands(): () => void {
  const { go, openResult, openQueueJob, setMode } = useUi.getState();
  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === 'k') {
      event.preventDefault();
      openPalette();
    } else if (event.key === ',') {
      event.preventDefault();
      go('settings');
    }
  };
  window.addEventListener('keydown', onKey);
  const stops = [
    onEvent('mode.changed', ({ mode }) => {
      setMode(mode);
    }),
    onEvent('navigate', ({ screen, jobId }) => {
      if (screen === 'library' && jobId) openResult(jobId);
      else if (screen === 'queue' && jobId) openQueueJob(jobId);
      else go(screen);
    }),
    onEvent('command', ({ command }) => {
      if (command === 'palette') openPalette();
    }),
  ];
  return () => {
    window.removeEventListener('keydown', onKey);
    for (const stop of stops) stop();
  };
}
