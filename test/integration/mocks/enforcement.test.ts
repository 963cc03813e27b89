import { expect, it } from 'vitest';
import { createMockWorld } from '../../support/mock-world';
import { encryptedPdf, notAPdf, pdfOfPages } from '../../support/pdfs';

const good = { source_context: 'text', caption: 'Figure 1' };
const GENERATE = '/api/generate';
const FROM_PDF = '/api/generate-from-pdf';

it('looks at the syntax before the key, at the key before the fields, at the fields before the rest', async () => {
  const world = createMockWorld({ behaviour: 'observed' });
  const wrongKey = { authorization: 'Bearer nobody' };
  expect((await world.postRaw(GENERATE, '{"caption":', wrongKey)).status).toBe(422);
  expect((await world.post(GENERATE, { caption: 1 }, wrongKey)).status).toBe(401);
  const fields = await world.post(FROM_PDF, { pdf_base64: 'AAAA', iterations: 0 });
  expect(fields.json['detail']).toMatchObject([{ loc: ['body', 'caption'] }, { loc: ['body', 'iterations'] }]);
  expect((await world.post(FROM_PDF, { pdf_base64: 'AAAA', caption: 'c' })).json['detail']).toBe(
    'pdf_base64 is not a PDF file',
  );
});

it('points into JSON that it cannot parse', async () => {
  const answer = await createMockWorld({ behaviour: 'observed' }).postRaw(GENERATE, '{"caption": }');
  expect(answer.status).toBe(422);
  expect(answer.json).toEqual({
    detail: [
      {
        type: 'json_invalid',
        loc: ['body', 12],
        msg: 'JSON decode error',
        input: {},
        ctx: { error: 'Expecting value' },
      },
    ],
  });
});

it('answers 400 to a body that is not UTF-8', async () => {
  const answer = await createMockWorld().postRaw(GENERATE, Buffer.from([0x7b, 0xff, 0x7d]));
  expect(answer).toMatchObject({ status: 400, json: { detail: 'There was an error parsing the body' } });
});

it('writes the validation list with its input as observed, without it as documented', async () => {
  const observed = await createMockWorld({ behaviour: 'observed' }).post(GENERATE, { source_context: 's' });
  expect(observed.json).toEqual({
    detail: [{ type: 'missing', loc: ['body', 'caption'], msg: 'Field required', input: { source_context: 's' } }],
  });
  const documented = await createMockWorld().post(GENERATE, { source_context: 's' });
  expect(documented.json).toEqual({ detail: [{ loc: ['body', 'caption'], msg: 'Field required', type: 'missing' }] });
});

it.each([
  [{}, 401, 'Missing or invalid Authorization header'],
  [{ authorization: 'Token x' }, 401, 'Missing or invalid Authorization header'],
  [{ authorization: 'Bearer pb_other' }, 401, 'Invalid API key'],
])('refuses the credential %j with %d %s', async (headers, status, detail) => {
  const { mock } = createMockWorld();
  const response = await mock.fetch(
    new Request('https://x.test/api/tasks/abc', { headers: headers as Record<string, string> }),
  );
  expect(response.status).toBe(status);
  expect(response.headers.get('www-authenticate')).toBeNull();
  expect(await response.json()).toEqual({ detail });
});

it('refuses a disabled key with 403 and a deleted one with 401, also for a task under way', async () => {
  const world = createMockWorld();
  const { json } = await world.post(GENERATE, good);
  const path = `/api/tasks/${String(json['task_id'])}`;
  world.mock.configure({ active: false });
  expect(await world.get(path)).toMatchObject({ status: 403, json: { detail: 'API key is disabled' } });
  world.mock.configure({ active: true, known: false });
  expect(await world.get(path)).toMatchObject({ status: 401, json: { detail: 'Invalid API key' } });
  world.mock.configure({ known: true });
  expect((await world.get(path)).status).toBe(200);
});

it('takes one unit for each accepted submission, none for a refused one', async () => {
  const world = createMockWorld({ failures: { quota: 2 } });
  expect((await world.post(GENERATE, { caption: 'no source' })).status).toBe(422);
  expect((await world.post(GENERATE, good)).status).toBe(202);
  expect((await world.post(GENERATE, good)).status).toBe(202);
  expect(await world.post(GENERATE, good)).toMatchObject({ status: 403, json: { detail: 'Quota exhausted' } });
});

it('lets one of twenty submissions at once have the last unit', async () => {
  const world = createMockWorld({ failures: { quota: 1 } });
  const pdf = (await pdfOfPages(1)).toString('base64');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => world.post(FROM_PDF, { pdf_base64: pdf, caption: 'c' })),
  );
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 403)).toHaveLength(19);
});

it('blocks reading with a used-up key as observed, and lets it read again when the quota is raised', async () => {
  const world = createMockWorld({ behaviour: 'observed', speed: 0, failures: { quota: 1 } });
  const { json } = await world.post(GENERATE, good);
  const path = `/api/tasks/${String(json['task_id'])}`;
  expect(await world.get(path)).toMatchObject({ status: 403, json: { detail: 'Quota exhausted' } });
  expect((await world.get(`${path}/image`)).status).toBe(403);
  world.set({ failures: { quota: 5 } });
  expect((await world.get(path)).json['status']).toBe('completed');
});

it.each([
  [{ image_model: 'google/nano-banana', image_resolution: '2K' }, /not supported by google\/nano-banana/],
  [{ image_model: 'gpt-image-2-text-to-image', aspect_ratio: 'auto', image_resolution: '2K' }, /auto only with/],
  [{ image_model: 'gpt-image-2-text-to-image', aspect_ratio: '1:1', image_resolution: '4K' }, /does not support 4K/],
])('refuses %j, a pair that does not go together, in words', async (patch, detail) => {
  const answer = await createMockWorld().post(GENERATE, { ...good, ...patch });
  expect(answer.status).toBe(422);
  expect(answer.json['detail']).toMatch(detail);
});

it.each([
  ['3-', /'3-'/],
  ['a', /'a'/],
  ['0', /counted from 1/],
  ['2,9', /'9' is out of range: the PDF has 4 pages/],
])('refuses the page list %j in words', async (pages, detail) => {
  const pdf_base64 = (await pdfOfPages(4)).toString('base64');
  const answer = await createMockWorld().post(FROM_PDF, { pdf_base64, caption: 'c', pages });
  expect(answer.status).toBe(422);
  expect(answer.json['detail']).toMatch(detail);
});

it.each(['1', '1,3-4', '4-2', ''])('accepts the page list %j of a PDF with four pages', async (pages) => {
  const pdf_base64 = (await pdfOfPages(4)).toString('base64');
  expect((await createMockWorld().post(FROM_PDF, { pdf_base64, caption: 'c', pages })).status).toBe(202);
});

it('refuses what is not base64, not a PDF, or locked', async () => {
  const world = createMockWorld();
  const detailOf = async (pdf_base64: string) =>
    (await world.post(FROM_PDF, { pdf_base64, caption: 'c' })).json['detail'];
  expect(await detailOf('***')).toBe('pdf_base64 is not valid base64');
  expect(await detailOf('')).toBe('pdf_base64 is not valid base64');
  expect(await detailOf(notAPdf.toString('base64'))).toBe('pdf_base64 is not a PDF file');
  expect(await detailOf((await encryptedPdf()).toString('base64'))).toMatch(/encrypted/);
});

it('answers exactly six keys as observed, and any format with the PNG', async () => {
  const world = createMockWorld({ behaviour: 'observed', speed: 0 });
  const { json } = await world.post(GENERATE, good);
  const path = `/api/tasks/${String(json['task_id'])}`;
  expect(Object.keys((await world.get(path)).json)).toEqual([
    'task_id',
    'status',
    'diagram_type',
    'image_base64',
    'description',
    'error',
  ]);
  expect((await world.get(`${path}/image?format=webp`)).headers.get('content-type')).toBe('image/png');
});

it.each([
  ['GET', '/api/nowhere', 404, 'Not Found', null],
  ['GET', '/', 404, 'Not Found', null],
  ['GET', '/api/generate', 405, 'Method Not Allowed', 'POST'],
  ['DELETE', '/api/tasks/abc', 405, 'Method Not Allowed', 'GET'],
])('answers %s %s with %d %s', async (method, path, status, detail, allow) => {
  const answer = await createMockWorld().ask(method, path, {});
  expect(answer).toMatchObject({ status, json: { detail } });
  expect(answer.headers.get('allow')).toBe(allow);
});

it('refuses HEAD everywhere and leads a trailing slash back', async () => {
  const world = createMockWorld();
  expect((await world.ask('HEAD', '/api/health', {})).status).toBe(405);
  const answer = await world.ask('GET', '/api/health/?a=1', {});
  expect(answer.status).toBe(307);
  expect(answer.headers.get('location')).toBe('https://api.paperbanana.me/api/health?a=1');
  expect((await world.get('/api/nowhere/')).status).toBe(404);
});
