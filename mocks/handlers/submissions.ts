import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { violatedRules } from '../../src/shared/endpoints/endpoint';
import { generate, generateFromPdf } from '../../src/shared/endpoints/paperbanana';
import { composite } from '../../src/shared/endpoints/paperbanana-composite';
import { optimizePrompt, plot } from '../../src/shared/endpoints/paperbanana-plot';
import { describeFields } from '../../src/shared/fields';
import { LongText } from '../long-text';
import { validateBody } from '../pydantic';
import { hashOf, oneIn } from '../random';
import { timestamp } from '../seeds';
import { cutLine, refuse, refuseFields } from './answers';
import { announce } from './announce';
import type { Context } from './context';
import { admit, refuseBody } from './guard';
import type { MakeWork } from './works';
import { composing, fromPdf, fromText, plotting, polishing } from './works';

const RULE_TEXTS: Record<string, string> = {
  nano_banana_resolution: 'image_resolution is not supported by google/nano-banana',
  gpt_image_auto: 'gpt-image-2-text-to-image supports aspect_ratio auto only with image_resolution 1K',
  gpt_image_square: 'gpt-image-2-text-to-image does not support 4K with aspect_ratio 1:1',
};

/** Short enough to hash whatever was sent; of a long upload its head and length are its fingerprint. */
function fingerprintOf(endpoint: Endpoint, body: Record<string, unknown>): string {
  const parts = Object.entries(body).map(([name, value]) =>
    value instanceof LongText ? `${name}:${value.length}:${value.head(20_000)}` : `${name}:${JSON.stringify(value)}`,
  );
  return hashOf(endpoint.id, ...parts.sort());
}

/** POST of one generating endpoint: syntax, key, fields, handler, and then one unit for one task. */
function submission(endpoint: Endpoint, makeWork: MakeWork, context: Context): HttpHandler {
  const fields = describeFields(endpoint.input);
  return http.post(`*${endpoint.path}`, async ({ request }) => {
    const { settings, keys, jobs, clock, bodyOf } = context;
    const sent = bodyOf(request);
    const authorization = request.headers.get('authorization');
    const unread = refuseBody(sent, settings());
    if (unread) return unread;
    const admitted = admit(authorization, keys, settings(), 'submit');
    if ('refusal' in admitted) return admitted.refusal;
    const given = sent.kind === 'json' ? sent.value : sent.kind === 'other' ? sent.text : null;
    const checked = validateBody(fields, given);
    if (!checked.ok) return refuseFields(checked.issues, settings().behaviour);
    const body = checked.value;
    // the layout of panels is looked at after the panels themselves
    const broken = endpoint === composite ? undefined : violatedRules(endpoint, body)[0];
    if (broken) return refuse(422, RULE_TEXTS[broken.code] ?? broken.code);
    const work = await makeWork(body, { jobs, owner: admitted.key.key });
    if (work instanceof Response) return work;
    // reading a PDF took turns of the event loop: others may have spent the last unit meanwhile
    const late = admit(authorization, keys, settings(), 'submit');
    if ('refusal' in late) return late.refusal;
    const { accepted } = jobs.counts();
    const name = endpoint.path.replace(/^.*\//, '');
    const task = jobs.accept(work, fingerprintOf(endpoint, body), { owner: late.key.key, endpoint: name });
    keys.charge(late.key, { taskId: task.id, endpoint: name, at: timestamp(clock.now()) });
    announce(task.id, body, late.key, context.placeOf(request).base, context);
    await context.save();
    const { failures, seed } = settings();
    if (oneIn(failures.cutAfterSending, accepted, seed, 'cut')) throw cutLine();
    return HttpResponse.json({ task_id: task.id, status: 'pending' }, { status: 202 });
  });
}

export function submissionHandlers(context: Context): HttpHandler[] {
  return [
    submission(generate, fromText, context),
    submission(generateFromPdf, fromPdf, context),
    submission(plot, plotting, context),
    submission(optimizePrompt, polishing, context),
    submission(composite, composing, context),
  ];
}
