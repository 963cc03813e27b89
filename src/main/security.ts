import { app, type Session } from 'electron';
import { contentSecurityPolicy } from './csp';
import { isOwnPage, mayLoad } from './request-filter';

/**
 * What no page may do, whatever runs in it: leave for another page (also by a file dropped beside the drop zone),
 * open windows, or embed a webview with other rights.
 */
export function guardWebContents(devServer?: string): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      // the page reloads itself while it is being developed; its own address leads nowhere else
      if (event.url !== contents.getURL()) event.preventDefault();
    });
    // Empty pages (`about:blank`) begin without `will-navigate`, and Chromium dies where they are stopped in their
    // beginning. They hold nothing and may call nothing: the window's own page takes its place back.
    let own: string | undefined;
    const bringBack = (url: string): void => {
      if (isOwnPage(url, devServer)) own = url;
      else if (own !== undefined) void contents.loadURL(own);
    };
    contents.on('did-navigate', (_event, url) => {
      bringBack(url);
    });
    contents.on('did-fail-load', (_event, code, _words, url, isMainFrame) => {
      // a page that was only stopped (-3) has not taken the window
      if (isMainFrame && code !== -3 && !isOwnPage(url, devServer)) bringBack(url);
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}

/** Else Chromium fetches one from its maker for every session, also where nothing is ever spelled. */
export function fetchNoDictionary(session: Session): void {
  session.setSpellCheckerLanguages([]);
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
  fetchNoDictionary(session);
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
