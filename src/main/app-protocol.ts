import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, ASSET_SCHEME } from '../shared/channels';
import { appFileFor } from './app-files';
import { contentSecurityPolicy } from './csp';

/** Before `ready`, and once for all schemes. `standard` gives them origins, which the sender check relies on. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
    { scheme: ASSET_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Serves the window's own files from `root` over `plantain://app/`. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? appFileFor(root, request.url) : undefined;
    if (!file) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(file.path), {
        headers: {
          'content-type': file.mediaType,
          'content-security-policy': contentSecurityPolicy(),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
