import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../shared/channels';
import type { PlantainBridge } from '../shared/contract';

// Electron 25 has no webUtils; there a File carries its path itself. Only a real File leads to a path: the window names none.
const pathOf = (file: File & { path?: string }): string =>
  webUtils ? webUtils.getPathForFile(file) : (file.path ?? '');

const bridge: PlantainBridge = {
  call: (operation, input, file) =>
    ipcRenderer.invoke(CALL_CHANNEL, operation, input, (file && pathOf(file)) || undefined),
  on(listener) {
    const forward = (_event: unknown, message: unknown): void => listener(message);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('plantain', bridge);
