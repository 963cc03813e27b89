import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { Clock } from '../../src/shared/clock';
import { DEMO_CREDENTIALS } from '../credentials';
import { cutLine } from '../handlers/answers';
import type { Ground } from '../handlers/context';
import type { Part } from '../part';
import { oneIn } from '../random';
import { pause } from '../wait';
import type { Rasterize } from '../rasterize';
import { refuseDev, wrapped } from './answers';
import { ACCOUNT } from './dev-models';
import type { DevModel } from './dev-models';
import { createDevState, devSchema } from './dev-state';
import type { DevRun, DevState } from './dev-state';
import { definitionDocument, openapiDocument } from './documents';
import { outputsOf } from './outputs';
import { rangeOf, usageOf } from './usage';

type Fields = Record<string, unknown>;

const refuseToken = (request: Request): Response | undefined =>
  new URL(request.url).searchParams.get('api_token') === DEMO_CREDENTIALS.bananadev.user
    ? undefined
    : refuseDev(401, 'Invalid API Key');

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body's fields, or why it is refused: the token first, then the JSON, then the fields that must be there. */
function readFields(
  request: Request,
  ground: Ground,
  required: Record<string, 'string' | 'object'>,
): Fields | Response {
  const refusal = refuseToken(request);
  if (refusal) return refusal;
  const body = ground.bodyOf(request);
  if (body.kind !== 'json' || !isObject(body.value))
    return refuseDev(400, 'Bad Request: the body is not a JSON object');
  for (const [name, type] of Object.entries(required)) {
    const value = body.value[name];
    if (value === undefined || value === null || value === '')
      return refuseDev(400, `Bad Request: ${name} is required`);
    if (type === 'object' ? !isObject(value) : typeof value !== 'string')
      return refuseDev(400, `Bad Request: ${name} must be ${type === 'object' ? 'an object' : 'a string'}`);
  }
  return body.value;
}

/** What older services say of a run that broke, under status 200. */
const BROKEN = 'Error: model raised RuntimeError: CUDA out of memory';

async function answerOf(run: DevRun, message: string, dev: DevState, rasterize: Rasterize): Promise<Response> {
  const finished = dev.finished(run);
  const outputs = finished && run.failed !== true ? await outputsOf(run, rasterize) : [];
  return wrapped({
    id: run.id,
    message: run.failed === true ? BROKEN : message,
    created: run.created,
    api: { callID: run.id, finished, modelOutputs: outputs },
  });
}

/** Waits on the server until the run is done, whatever speed is set meanwhile. */
async function finish(run: DevRun, dev: DevState, clock: Clock): Promise<void> {
  while (!dev.finished(run)) await pause(clock, Math.min(1000, Math.max(1, dev.missing(run))));
}

function startHandler(path: string, waits: boolean, dev: DevState, ground: Ground, rasterize: Rasterize): HttpHandler {
  return http.post(`*${path}`, async ({ request }) => {
    const body = readFields(request, ground, { modelKey: 'string', modelInputs: 'object' });
    if (body instanceof Response) return body;
    const modelKey = String(body['modelKey']);
    if (!dev.model(modelKey)) return refuseDev(404, 'Model Not Found');
    const { failures, seed } = ground.settings();
    const number = dev.dump().started;
    const run = dev.start(modelKey, body['modelInputs'] as Fields);
    await ground.save();
    if (oneIn(failures.cutAfterSending, number, seed, 'cut')) throw cutLine();
    if (waits || body['startOnly'] !== true) await finish(run, dev, ground.clock);
    await ground.save();
    return answerOf(run, waits ? 'Run completed' : 'Run created', dev, rasterize);
  });
}

function checkHandler(dev: DevState, ground: Ground, rasterize: Rasterize): HttpHandler {
  return http.post('*/v1/check', async ({ request }) => {
    const body = readFields(request, ground, { id: 'string', modelKey: 'string' });
    if (body instanceof Response) return body;
    const run = dev.find(String(body['id']), String(body['modelKey']));
    if (!run) return refuseDev(404, 'Run Not Found');
    if (ground.settings().failures.forgetTasks) {
      dev.forget(run);
      return wrapped({
        id: run.id,
        message: 'Run in progress',
        created: run.created,
        api: { callID: run.id, finished: false, modelOutputs: [] },
      });
    }
    const message = dev.finished(run) ? 'Run completed' : 'Run in progress';
    return answerOf(run, message, dev, rasterize);
  });
}

/** Models that were deployed here tell how far they are. */
const statusOf = ({ readyAt }: DevModel, now: number) =>
  readyAt === undefined ? {} : { status: readyAt > now ? 'deploying' : 'ready' };

function modelAnswer(dev: DevState, key: string, now: number): Response {
  const model = dev.model(key);
  if (!model) return refuseDev(404, 'Model Not Found');
  const { modelKey, name, description, createdAt, updatedAt, config } = model;
  return wrapped({ modelKey, name, description, createdAt, updatedAt, config, ...statusOf(model, now) });
}

function readHandlers(dev: DevState, ground: Ground): HttpHandler[] {
  const get = (
    path: string,
    answer: (query: URLSearchParams, params: Record<string, unknown>) => Response,
  ): HttpHandler =>
    http.get(path, ({ request, params }) => refuseToken(request) ?? answer(new URL(request.url).searchParams, params));
  return [
    get('*/v1/models', () =>
      wrapped({
        models: dev.listed().map((model) => ({
          modelKey: model.modelKey,
          name: model.name,
          createdAt: model.createdAt,
          updatedAt: model.updatedAt,
          ...statusOf(model, ground.clock.now()),
        })),
      }),
    ),
    // the old format has the word in the place of the key, and the key in the query
    get('*/v1/models/:key', (query, params) =>
      modelAnswer(
        dev,
        params['key'] === 'modelkey' ? (query.get('model_key') ?? '') : String(params['key']),
        ground.clock.now(),
      ),
    ),
    get('*/v1/account', () => wrapped(ACCOUNT)),
    get('*/v1/usage', (query) => {
      const now = ground.clock.now();
      const range = rangeOf(query.get('startDate'), query.get('endDate'), now);
      if (!range) return refuseDev(400, 'Bad Request: startDate and endDate must be ISO 8601 dates in order');
      return wrapped(usageOf(range, dev.runs(), { now, seed: ground.settings().seed }));
    }),
  ];
}

function deployHandler(dev: DevState, ground: Ground): HttpHandler {
  return http.post('*/v1/deploy', async ({ request }) => {
    const body = readFields(request, ground, { modelKey: 'string', source: 'string' });
    if (body instanceof Response) return body;
    const environment = body['environment'] ?? {};
    if (!isObject(environment)) return refuseDev(400, 'Bad Request: environment must be an object');
    if (ground.settings().failures.jobFails) return refuseDev(500, 'Deployment Failed');
    const deployment = dev.deploy(String(body['modelKey']), String(body['source']), environment);
    await ground.save();
    return wrapped(deployment);
  });
}

/** Banana.dev behind LowCodeAPI, with the two documents that lie on its other host. */
export function createBananadev(ground: Ground, rasterize: Rasterize): Part {
  const dev = createDevState(ground);
  /** The backend's host tells of the API's. */
  const server = (request: Request): string => ground.placeOf(request).base.replace('//backend.', '//api.');
  dev.reset();
  return {
    handlers: [
      startHandler('/v1/start', false, dev, ground, rasterize),
      startHandler('/v1/run', true, dev, ground, rasterize),
      checkHandler(dev, ground, rasterize),
      deployHandler(dev, ground),
      ...readHandlers(dev, ground),
      http.get('*/openapi', ({ request }) => HttpResponse.json(openapiDocument(server(request)))),
      http.get('*/definition', ({ request }) => HttpResponse.json(definitionDocument(server(request)))),
      http.all('*', () => refuseDev(404, 'Not Found')),
    ],
    dump: dev.dump,
    load(state) {
      const parsed = devSchema.safeParse(state);
      if (parsed.success) dev.load(parsed.data);
    },
    reset: dev.reset,
    restart: () => undefined,
    restoreExamples: dev.plantExample,
  };
}
