import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { generate, generateFromPdf, health } from '../../src/shared/endpoints/paperbanana';
import { task, taskImage } from '../../src/shared/endpoints/paperbanana-tasks';
import { refuse } from './answers';
import type { Context } from './context';
import { submissionHandlers } from './submissions';
import { taskHandlers } from './tasks';

/** The version that the documentation shows. */
const VERSION = '0.1.2';

/** The server's paths as patterns over a URL's path, with the one method that each allows. */
const ROUTES = [health, generate, generateFromPdf, task, taskImage].map((endpoint) => ({
  method: endpoint.method,
  pattern: new RegExp(`^(?:/.*)?${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** A trailing slash is answered with the way to the path without it. */
function redirectHandler(): HttpHandler {
  return http.all(/\/api\/.*\/$/, ({ request }) => {
    const url = new URL(request.url);
    const path = url.pathname.replace(/\/+$/, '');
    if (!ROUTES.some((route) => route.pattern.test(path))) return refuse(404, 'Not Found');
    url.pathname = path;
    return new HttpResponse(null, { status: 307, headers: { location: url.href } });
  });
}

/** A known path asked in another way, HEAD included; and every path that the server does not have. */
function restHandler(): HttpHandler {
  return http.all('*', ({ request }) => {
    const { pathname } = new URL(request.url);
    const route = ROUTES.find(({ pattern }) => pattern.test(pathname));
    return route ? refuse(405, 'Method Not Allowed', { allow: route.method }) : refuse(404, 'Not Found');
  });
}

/** PaperBanana as documented and observed, for any origin: people host it themselves. */
export function paperbananaHandlers(context: Context): HttpHandler[] {
  return [
    redirectHandler(),
    http.get(`*${health.path}`, () => HttpResponse.json({ status: 'ok', version: VERSION })),
    ...submissionHandlers(context),
    ...taskHandlers(context),
    restHandler(),
  ];
}
