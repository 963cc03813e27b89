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

/**
 * Serves the window's own files from `root` over `plantain://app/`.
 *
 * By the older kind of handler: `protocol.handle` would load Node's fetch for its Request and Response, and pass each
 * file on as a stream of web chunks, all before the first picture (docs/decisions/0007).
 */
export function serveApp(session: Session, root: string): void {
  session.protocol.registerBufferProtocol(APP_SCHEME, (request, answer) => {
    const file = request.method === 'GET' ? appFileFor(root, request.url) : undefined;
    if (!file) {
      answer(NOT_FOUND);
      return;
    }
    readFile(file.path).then(
      (data) => {
        answer({
          data,
          mimeType: file.mediaType,
          headers: {
            'content-type': file.mediaType,
            'content-security-policy': contentSecurityPolicy(),
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'no-referrer',
          },
        });
      },
      () => {
        answer(NOT_FOUND);
      },
    );
  });
}

const NOT_FOUND = { statusCode: 404, data: Buffer.alloc(0) };
