import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { ENDPOINTS } from '../../src/shared/endpoints';
import { health } from '../../src/shared/endpoints/paperbanana';
import { adminHandlers } from './admin';
import { refuse } from './answers';
import type { Context } from './context';
import { historyHandlers } from './history';
import { submissionHandlers } from './submissions';
import { taskHandlers } from './tasks';

/** The version that the documentation shows. */
const VERSION = '0.1.2';

/** The server's paths as patterns over a URL's path, with the methods that each allows. */
const OWN = ENDPOINTS.filter(({ provider }) => provider === 'paperbanana');
const ROUTES = [...new Set(OWN.map(({ path }) => path))].map((path) => ({
  methods: OWN.filter((endpoint) => endpoint.path === path).map(({ method }) => method),
  pattern: new RegExp(`^(?:/.*)?${path.replace(/\{\w+\}/g, '[^/]+')}$`),
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
    return route ? refuse(405, 'Method Not Allowed', { allow: route.methods.join(', ') }) : refuse(404, 'Not Found');
  });
}

/** PaperBanana as documented and observed, for any origin: people host it themselves. */
export function paperbananaHandlers(context: Context): HttpHandler[] {
  return [
    redirectHandler(),
    http.get(`*${health.path}`, () => HttpResponse.json({ status: 'ok', version: VERSION })),
    ...submissionHandlers(context),
    ...taskHandlers(context),
    ...adminHandlers(context),
    ...historyHandlers(context),
    restHandler(),
  ];
}
