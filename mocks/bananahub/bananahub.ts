import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { ENDPOINTS } from '../../src/shared/endpoints';

import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { describeFields } from '../../src/shared/fields';
import { DEMO_CREDENTIALS, LIMITED_HUB_KEY } from '../credentials';
import { cutLine, refuse } from '../handlers/answers';
import type { Ground } from '../handlers/context';
import { LongText } from '../long-text';
import type { Part } from '../part';
import { createPictureStore } from '../picture-store';
import { cdnOf } from '../place';
import { hashOf, oneIn } from '../random';
import type { Rasterize } from '../rasterize';
import { createHubJobs, hubSchema } from './hub-jobs';
import type { HubJob, HubJobs } from './hub-jobs';
import { presign, readPresigned } from './presigned';
import { drawScene } from './scene';
import { storeError } from './store-error';
import { problemOf } from './validate';

const CREATIONS = ENDPOINTS.filter(({ provider, job }) => provider === 'bananahub' && job !== undefined)
  // msw takes the first that fits, and /text-generations is the end of /nb/text-generations
  .sort((a, b) => b.path.length - a.path.length);

/** Without a fraction: as the documentation writes times. */
const instant = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** The account of a request, or the refusal of its key. */
function accountOf(request: Request): string | Response {
  const given = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (given === undefined) return refuse(401, 'Missing API key');
  if (given === DEMO_CREDENTIALS.bananahub.user || given === LIMITED_HUB_KEY) return given;
  return refuse(401, 'Invalid API key');
}

function fingerprintOf(endpoint: Endpoint, body: Record<string, unknown>): string {
  const written = JSON.stringify(body, (_name, item: unknown) =>
    item instanceof LongText ? `${item.length}:${item.head(20_000)}` : item,
  );
  return hashOf(endpoint.id, written);
}

/** What a poll is answered with, and a webhook posts. */
function record({ job, status }: { job: HubJob; status: string }, base: string, now: number): Record<string, unknown> {
  return {
    job_id: job.id,
    status,
    created_at: instant(job.createdAt),
    started_at: instant(job.startedAt),
    finished_at: instant(job.finishedAt),
    result: status === 'done' ? { image_url: presign(cdnOf(base), job.id, now, job.polls) } : null,
    error: status === 'failed' ? job.error : null,
  };
}

function creation(endpoint: Endpoint, jobs: HubJobs, ground: Ground): HttpHandler {
  const fields = describeFields(endpoint.input).filter((field) => field.in === 'body');
  return http.post(`*${endpoint.path}`, async ({ request }) => {
    const owner = accountOf(request);
    if (owner instanceof Response) return owner;
    if (owner === LIMITED_HUB_KEY && !endpoint.path.startsWith('/nb/'))
      return refuse(403, `This API key is not allowed to use ${endpoint.family ?? 'this endpoint'}`);
    const sent = ground.bodyOf(request);
    if (sent.kind !== 'json') return refuse(422, 'Request body is not valid JSON');
    if (typeof sent.value !== 'object' || sent.value === null || Array.isArray(sent.value))
      return refuse(422, 'Request body must be a JSON object');
    const body = sent.value as Record<string, unknown>;
    const key = request.headers.get('idempotency-key');
    const { failures, seed } = ground.settings();
    let job = jobs.repeated(owner, key);
    const first = job === undefined;
    if (job === undefined) {
      const problem = problemOf(endpoint, fields, body);
      if (problem !== undefined) return HttpResponse.json({ detail: { message: problem } }, { status: 422 });
      if (jobs.funds() <= 0) return refuse(402, 'Insufficient balance. Top up your account to continue.');
      const asked = {
        owner,
        aspectRatio: String(body['aspect_ratio']),
        resolution: typeof body['resolution'] === 'string' ? body['resolution'] : '1K',
      };
      const made = jobs.accept(asked, key, fingerprintOf(endpoint, body));
      job = made;
      const { base } = ground.placeOf(request);
      const url = body['callback_url'];
      if (typeof url === 'string' && url !== '')
        ground.courier.watch(made.id, url, () => {
          const status = jobs.stateOf(made);
          if (status !== 'done' && status !== 'failed') return undefined;
          return {
            event: null,
            body: JSON.stringify(record({ job: made, status }, base, ground.clock.now())),
            secret: null,
          };
        });
      await ground.save();
    }
    if (first && oneIn(failures.cutAfterSending, jobs.dump().accepted - 1, seed, 'cut')) throw cutLine();
    const base = new URL(ground.placeOf(request).base).pathname.replace(/\/$/, '');
    return HttpResponse.json(
      { job_id: job.id, status: 'queued', status_url: `${base}/jobs/${job.id}` },
      { status: 202 },
    );
  });
}

function jobHandler(jobs: HubJobs, ground: Ground): HttpHandler {
  return http.get('*/jobs/:id', async ({ request, params }) => {
    const owner = accountOf(request);
    if (owner instanceof Response) return owner;
    const id = String(params['id']);
    const found = jobs.find(id)?.owner === owner ? jobs.poll(id) : undefined;
    if (!found) return refuse(404, 'Job not found');
    await ground.save();
    return HttpResponse.json(record(found, ground.placeOf(request).base, ground.clock.now()));
  });
}

/** BananaHub, and the store in which its pictures lie. */
export function createBananahub(ground: Ground, rasterize: Rasterize): Part & { store: HttpHandler[] } {
  const jobs = createHubJobs(ground, DEMO_CREDENTIALS.bananahub.user);
  const pictures = createPictureStore(async ({ id, aspectRatio, resolution }: HubJob) => {
    const { svg, width } = drawScene(id, aspectRatio, resolution);
    return { description: '', png: await rasterize(svg, width) };
  });
  const store = http.get('*', async ({ request }) => {
    const read = readPresigned(ground.placeOf(request).path, new URL(request.url).searchParams, ground.clock.now());
    if ('code' in read) return storeError(read.code);
    const job = jobs.find(read.jobId);
    if (!job) return storeError('NoSuchKey');
    const { png = new Uint8Array() } = await pictures.pictureOf(job);
    return new HttpResponse(png, {
      headers: { 'content-type': 'image/png', 'content-length': String(png.byteLength) },
    });
  });
  jobs.reset();
  return {
    handlers: [
      ...CREATIONS.map((endpoint) => creation(endpoint, jobs, ground)),
      jobHandler(jobs, ground),
      http.all('*', () => refuse(404, 'Not Found')),
    ],
    store: [store, http.all('*', () => storeError('AccessDenied'))],
    dump: jobs.dump,
    load(state) {
      const parsed = hubSchema.safeParse(state);
      if (parsed.success) jobs.load(parsed.data);
    },
    reset() {
      jobs.reset();
      pictures.clear();
    },
    restart: () => undefined,
    restoreExamples() {
      jobs.plantExample();
      jobs.refill();
    },
  };
}
