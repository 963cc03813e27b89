import { z } from 'zod';
import { field } from '../fields';
import { callbackUrl, images, imageUrls, prompt, ratio, RATIOS, RESOLUTIONS, resolution } from './bananahub-fields';
import { acceptedSchema, generationJob, jobSchema } from './bananahub-job';
import { pathText } from './common-fields';
import type { Endpoint } from './endpoint';
import { titleFrom } from './endpoint';

const apiKey = { kind: 'bearer', role: 'user' } as const;

const creation = {
  provider: 'bananahub',
  method: 'POST',
  credential: apiKey,
  answer: { kind: 'json', status: 202, schema: acceptedSchema },
  job: generationJob,
  rules: [],
  units: 1,
  // the same key gives the first job again: here, and only here, a lost submission may be sent once more
  idempotencyHeader: 'Idempotency-Key',
  timeoutMs: 60_000,
  group: 'create',
  view: 'picture',
  historyTitle: titleFrom('prompt'),
} as const;

const PRO = 'NanoBanana Pro';
const TWO = 'NanoBanana 2';
const ONE = 'NanoBanana';

const PANDA = { prompt: 'a red panda astronaut floating in a nebula', aspect_ratio: '16:9' };
const REPAINT = {
  prompt: 'Turn this sketch into a clean vector figure',
  aspect_ratio: '4:3',
  input_images_urls: ['https://example.com/sketch.png'],
};
/** A single transparent pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const fromText = z.strictObject({ prompt, aspect_ratio: ratio(RATIOS.text), resolution, callback_url: callbackUrl });
const fromUrls = z.strictObject({
  prompt,
  input_images_urls: imageUrls,
  aspect_ratio: ratio(RATIOS.image),
  resolution,
  callback_url: callbackUrl,
});

export const textToImage: Endpoint = {
  ...creation,
  id: 'bananahub.textToImage',
  path: '/text-generations',
  family: PRO,
  input: fromText,
  icon: 'image',
  example: { ...PANDA, resolution: '2K' },
};

export const imageToImage: Endpoint = {
  ...creation,
  id: 'bananahub.imageToImage',
  path: '/url-generations',
  family: PRO,
  input: fromUrls,
  icon: 'link',
  example: { ...REPAINT, resolution: '2K' },
};

export const editImages: Endpoint = {
  ...creation,
  id: 'bananahub.editImages',
  path: '/generations',
  family: PRO,
  input: z.strictObject({
    input_images_base64: images,
    prompt,
    aspect_ratio: ratio(RATIOS.image),
    resolution: field(z.enum(RESOLUTIONS), { in: 'body', widget: 'segments' }),
    callback_url: callbackUrl,
    metadata: field(z.json().optional(), { in: 'body', widget: 'json', more: true }),
  }),
  // up to 40 MB of pictures on a thin line
  timeoutMs: 300_000,
  icon: 'image-up',
  example: {
    input_images_base64: [PIXEL],
    prompt: 'Make the background white',
    aspect_ratio: 'auto',
    resolution: '1K',
  },
};

export const nb2TextToImage: Endpoint = {
  ...creation,
  id: 'bananahub.nb2TextToImage',
  path: '/nb2/text-generations',
  family: TWO,
  input: fromText,
  icon: 'image',
  example: { ...PANDA, resolution: '2K' },
};

export const nb2ImageToImage: Endpoint = {
  ...creation,
  id: 'bananahub.nb2ImageToImage',
  path: '/nb2/url-generations',
  family: TWO,
  input: fromUrls,
  icon: 'link',
  example: { ...REPAINT, resolution: '1K' },
};

export const nbTextToImage: Endpoint = {
  ...creation,
  id: 'bananahub.nbTextToImage',
  path: '/nb/text-generations',
  family: ONE,
  input: z.strictObject({ prompt, aspect_ratio: ratio(RATIOS.plain), callback_url: callbackUrl }),
  icon: 'image',
  example: PANDA,
};

export const nbImageToImage: Endpoint = {
  ...creation,
  id: 'bananahub.nbImageToImage',
  path: '/nb/url-generations',
  family: ONE,
  input: z.strictObject({
    prompt,
    input_images_urls: imageUrls,
    aspect_ratio: ratio(RATIOS.plain),
    callback_url: callbackUrl,
  }),
  icon: 'link',
  example: REPAINT,
};

export const job: Endpoint = {
  id: 'bananahub.job',
  provider: 'bananahub',
  method: 'GET',
  path: '/jobs/{job_id}',
  credential: apiKey,
  input: z.strictObject({ job_id: field(pathText(200), { in: 'path', widget: 'text' }) }),
  answer: { kind: 'json', status: 200, schema: jobSchema },
  rules: [],
  units: 0,
  timeoutMs: 30_000,
  group: 'plumbing',
  view: 'job',
  icon: 'list-checks',
  historyTitle: titleFrom('job_id'),
  example: { job_id: '0193a7f2-1c4a-7e0b-9b3a-2f1d8c6e4a55' },
};
