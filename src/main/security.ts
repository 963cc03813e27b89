import { app, type Session } from 'electron';
import { contentSecurityPolicy } from './csp';
import { mayLoad } from './request-filter';

/**
 * What no page may do, whatever runs in it: leave for another page (also by a file dropped beside the drop zone),
 * open windows, or embed a webview with other rights.
 */
export function guardWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      // the page reloads itself while it is being developed; its own address leads nowhere else
      if (event.url !== contents.getURL()) event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}

/**
 * Closes a window session: no permission (camera, position, notifications, clipboard reading …), no device, no
 * download, and no address but our own. Requests to the services go through another session, which no page uses.
 */
export function lockSession(session: Session, devServer?: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url, devServer) });
  });
  if (devServer === undefined) return;
  // pages of the development server come without a policy of their own
  session.webRequest.onHeadersReceived((details, answer) => {
    answer({
      responseHeaders: { ...details.responseHeaders, 'content-security-policy': [contentSecurityPolicy(devServer)] },
    });
  });
}
