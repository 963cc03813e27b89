import { BrowserWindow, Notification } from 'electron';
import { endpointKey } from '../shared/i18n/locale';
import type { Job } from '../shared/job';
import type { Translate } from './translate';

export interface NotifyOptions {
  translate(): Translate;
  enabled(): boolean;
}

/** `onPress` is called when the user presses the notification, with the window in front. */
export type Notify = (job: Job, onPress: () => void) => void;

// a notification without a reference is collected together with its press
const shown = new Set<Notification>();

/** Says by the system that a job has ended, unless the user is looking at the window: that one has its own words. */
export function createNotify({ translate, enabled }: NotifyOptions): Notify {
  return (job, onPress) => {
    if (!enabled() || !Notification.isSupported() || BrowserWindow.getFocusedWindow() !== null) return;
    const t = translate();
    const notification = new Notification({
      title: t(job.state === 'done' ? 'main.notification.done' : 'main.notification.failed'),
      body: job.title === job.endpoint ? t(`endpoints.${endpointKey(job.endpoint)}.title`) : job.title,
    });
    shown.add(notification);
    notification.once('close', () => shown.delete(notification));
    notification.once('click', () => {
      shown.delete(notification);
      focusWindow();
      onPress();
    });
    notification.show();
  };
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
