import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../shared/channels';
import type { EventName, EventPayload, Reply } from '../shared/contract';
import type { Dispatch } from './dispatch';
import { isTrustedSender } from './trusted-sender';

// spelled out: this file is loaded before the window, and AppError would bring the schema library along
const FORBIDDEN: Reply = { ok: false, error: { code: 'forbidden', retryable: false, spent: 'no' } };

interface AnswerOptions {
  dispatch: Promise<Dispatch>;
  devServer: string | undefined;
}

/**
 * Opens the one channel on which the window may ask. Calls wait for `dispatch`.
 * A sender that is not the main frame of one of our pages learns that it may not ask, and nothing else.
 */
export function answerCalls({ dispatch, devServer }: AnswerOptions): void {
  ipcMain.handle(CALL_CHANNEL, async (event, operation: unknown, input: unknown, file: unknown): Promise<Reply> => {
    if (!isTrustedSender(senderOf(event), devServer)) return FORBIDDEN;
    return (await dispatch)(operation, input, file);
  });
}

function senderOf(event: IpcMainInvokeEvent): Parameters<typeof isTrustedSender>[0] {
  const frame = event.senderFrame;
  return {
    isOwnWindow: BrowserWindow.fromWebContents(event.sender) !== null,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    address: frame?.url,
  };
}

/** Tells every window to look again. */
export function sendEvent<N extends EventName>(name: N, payload: EventPayload<N>): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(EVENT_CHANNEL, { name, payload });
}

/** electron-store opens a channel of its own, which tells any frame where the data lies; nobody here needs it. */
export function closeForeignChannels(): void {
  ipcMain.removeAllListeners('electron-store-get-data');
}
