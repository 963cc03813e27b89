import type { Session } from 'electron';
import { ASSET_SCHEME } from '../../shared/channels';

/** Serves stored pictures to the window, read-only. What answers is handed in: it loads after the window. */
export function serveAssets(session: Session, answer: (address: string) => Promise<Response>): void {
  session.protocol.handle(ASSET_SCHEME, async (request) =>
    request.method === 'GET' ? answer(request.url) : new Response(null, { status: 405 }),
  );
}
