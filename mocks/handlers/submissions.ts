import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { violatedRules } from '../../src/shared/endpoints/endpoint';
import { generate, generateFromPdf } from '../../src/shared/endpoints/paperbanana';
import { describeFields } from '../../src/shared/fields';
import { parsePageRanges } from '../../src/shared/page-ranges';
import { decodeBase64, LongText } from '../long-text';
import { readPdf } from '../pdf-pages';
import { validateBody } from '../pydantic';
import { hashOf, oneIn } from '../random';
import { cutLine, refuse, refuseFields } from './answers';
import type { Context } from './context';
import { refuseBody, refuseKey } from './guard';

/** As much of a source text as a picture's words are taken from. */
const SOURCE_LENGTH = 6000;

const RULE_TEXTS: Record<string, string> = {
  nano_banana_resolution: 'image_resolution is not supported by google/nano-banana',
  gpt_image_auto: 'gpt-image-2-text-to-image supports aspect_ratio auto only with image_resolution 1K',
  gpt_image_square: 'gpt-image-2-text-to-image does not support 4K with aspect_ratio 1:1',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The upload as the handler sees it: decoded, counted, its page list read. A refusal, or undefined. */
async function refusePdf(body: Record<string, unknown>): Promise<Response | undefined> {
  const given = body['pdf_base64'];
  const encoded = given instanceof LongText ? given : new LongText([Buffer.from(text(given))], text(given).length);
  const bytes = await decodeBase64(encoded);
  if (!bytes || bytes.byteLength === 0) return refuse(422, 'pdf_base64 is not valid base64');
  const pdf = await readPdf(bytes);
  if (pdf.kind === 'not_a_pdf') return refuse(422, 'pdf_base64 is not a PDF file');
  if (pdf.kind === 'encrypted') return refuse(422, 'The PDF is encrypted and cannot be read');
  const list = text(body['pages']);
  const ranges = parsePageRanges(list, pdf.pageCount ?? undefined);
  if (ranges.ok) return undefined;
  const { problem } = ranges;
  switch (problem.reason) {
    case 'syntax':
      return refuse(
        422,
        `Invalid pages value: '${problem.part}' in '${list}'. Expected a list such as 1, 1,3-5 or 5-3`,
      );
    case 'zero':
      return refuse(422, `Invalid pages value: '${problem.part}' in '${list}'. Pages are counted from 1`);
    case 'beyond':
      return refuse(422, `Page selection '${problem.part}' is out of range: the PDF has ${problem.pageCount} pages`);
  }
}

/** Short enough to hash whatever was sent; of a long upload its head and length are its fingerprint. */
function fingerprintOf(endpoint: Endpoint, body: Record<string, unknown>): string {
  const parts = Object.entries(body).map(([name, value]) =>
    value instanceof LongText ? `${name}:${value.length}:${value.head(20_000)}` : `${name}:${JSON.stringify(value)}`,
  );
  return hashOf(endpoint.id, ...parts.sort());
}

/** POST of one generating endpoint: syntax, key, fields, handler, and then one unit for one task. */
function submission(endpoint: Endpoint, context: Context): HttpHandler {
  const fields = describeFields(endpoint.input);
  return http.post(`*${endpoint.path}`, async ({ request }) => {
    const { settings, keys, jobs, bodyOf } = context;
    const sent = bodyOf(request);
    const authorization = request.headers.get('authorization');
    const early = refuseBody(sent, settings()) ?? refuseKey(authorization, keys, settings(), 'submit');
    if (early) return early;
    const given = sent.kind === 'json' ? sent.value : sent.kind === 'other' ? sent.text : null;
    const checked = validateBody(fields, given);
    if (!checked.ok) return refuseFields(checked.issues, settings().behaviour);
    const body = checked.value;
    const broken = violatedRules(endpoint, body)[0];
    if (broken) return refuse(422, RULE_TEXTS[broken.code] ?? broken.code);
    const fromPdf = endpoint.id === generateFromPdf.id;
    const refusal = fromPdf ? await refusePdf(body) : undefined;
    if (refusal) return refusal;
    // reading the PDF took turns of the event loop: others may have spent the last unit meanwhile
    const late = refuseKey(authorization, keys, settings(), 'submit');
    if (late) return late;
    keys.charge();
    const { accepted } = jobs.counts();
    const source = body['source_context'];
    const drawing = {
      caption: String(body['caption']),
      source: (source instanceof LongText ? source.toString() : text(source)).slice(0, SOURCE_LENGTH),
      pages: fromPdf ? textOrNull(body['pages']) : null,
      fromPdf,
      aspectRatio: textOrNull(body['aspect_ratio']),
      resolution: textOrNull(body['image_resolution']),
    };
    const task = jobs.accept(drawing, fingerprintOf(endpoint, body));
    await context.save();
    const { failures, seed } = settings();
    if (oneIn(failures.cutAfterSending, accepted, seed, 'cut')) throw cutLine();
    return HttpResponse.json({ task_id: task.id, status: 'pending' }, { status: 202 });
  });
}

export function submissionHandlers(context: Context): HttpHandler[] {
  return [submission(generate, context), submission(generateFromPdf, context)];
}
