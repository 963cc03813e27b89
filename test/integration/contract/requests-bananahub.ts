import type { RequestCase } from './contract-world';

const USER = { accept: 'application/json', authorization: 'Bearer own-secret' };
const POST = { ...USER, 'content-type': 'application/json', 'idempotency-key': 'key-of-this-intent' };
const BASE = 'https://bananahub.io/api/v1';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const PANDA = { prompt: 'a red panda astronaut floating in a nebula', aspect_ratio: '16:9' };
const SKETCH = {
  prompt: 'Turn this sketch into a clean vector figure',
  aspect_ratio: '4:3',
  input_images_urls: ['https://example.com/sketch.png'],
};

/** All creations are alike but for path and body. */
function creation(
  id: string,
  path: string,
  example: Record<string, unknown>,
  [input, least]: readonly [Record<string, unknown>, Record<string, unknown>],
): RequestCase {
  const sent = { method: 'POST', url: BASE + path, headers: POST };
  return { id, example: [{ ...sent, body: example }], input, least: [{ ...sent, body: least }] };
}

const TEXT = [
  { prompt: ' a fox ', aspect_ratio: 'from_prompt' },
  { prompt: 'a fox', aspect_ratio: 'from_prompt' },
] as const;
const URLS = { prompt: 'x', aspect_ratio: '1:1', input_images_urls: ['http://a.example/1.png', 'https://b.example/2'] };

export const bananahub: RequestCase[] = [
  creation('bananahub.textToImage', '/text-generations', { ...PANDA, resolution: '2K' }, TEXT),
  creation('bananahub.imageToImage', '/url-generations', { ...SKETCH, resolution: '2K' }, [URLS, URLS]),
  creation(
    'bananahub.editImages',
    '/generations',
    {
      input_images_base64: [PIXEL],
      prompt: 'Make the background white',
      aspect_ratio: 'auto',
      resolution: '1K',
    },
    [
      { input_images_base64: ['$file'], prompt: 'x', aspect_ratio: '8:1', resolution: '4K', metadata: { a: [null] } },
      {
        input_images_base64: ['JVBERg=='],
        prompt: 'x',
        aspect_ratio: '8:1',
        resolution: '4K',
        metadata: { a: [null] },
      },
    ],
  ),
  creation('bananahub.nb2TextToImage', '/nb2/text-generations', { ...PANDA, resolution: '2K' }, TEXT),
  creation('bananahub.nb2ImageToImage', '/nb2/url-generations', { ...SKETCH, resolution: '1K' }, [URLS, URLS]),
  creation('bananahub.nbTextToImage', '/nb/text-generations', PANDA, TEXT),
  creation('bananahub.nbImageToImage', '/nb/url-generations', SKETCH, [URLS, URLS]),
  {
    id: 'bananahub.job',
    example: [{ method: 'GET', url: `${BASE}/jobs/0193a7f2-1c4a-7e0b-9b3a-2f1d8c6e4a55`, headers: USER }],
    input: { job_id: 'j1' },
    least: [{ method: 'GET', url: `${BASE}/jobs/j1`, headers: USER }],
  },
];
