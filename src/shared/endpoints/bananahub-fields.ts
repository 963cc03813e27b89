import { z } from 'zod';
import { field } from '../fields';
import { fileRefSchema, isFileRef } from '../file-ref';
import { requiredText, webUrl } from './common-fields';

/** What every model takes. */
const COMMON = ['1:1', '5:4', '4:3', '3:2', '16:9', '21:9', '4:5', '3:4', '2:3', '9:16'] as const;
/** The long strips of NanoBanana 2 and Pro. */
const STRIPS = ['4:1', '8:1', '1:4', '1:8'] as const;

/** The shapes that a model draws; `auto` is the first picture's, `from_prompt` what the words say. */
export const RATIOS = {
  plain: [...COMMON, 'from_prompt'],
  text: [...COMMON, ...STRIPS, 'from_prompt'],
  image: [...COMMON, ...STRIPS, 'auto', 'from_prompt'],
} as const;

export const ratio = <const T extends readonly [string, ...string[]]>(choices: T) =>
  field(z.enum(choices), { in: 'body', widget: 'aspect-ratio' });

export const RESOLUTIONS = ['1K', '2K', '4K'] as const;
export const resolution = field(z.enum(RESOLUTIONS).optional(), { in: 'body', widget: 'segments' });

export const prompt = field(requiredText.max(50_000), { in: 'body', widget: 'long-text' });
export const callbackUrl = field(webUrl.optional(), { in: 'body', widget: 'url', more: true });

const MAX_IMAGES = 14;
/** Bytes of all pictures of a request, decoded. */
export const MAX_IMAGE_BYTES = 40_000_000;

export const imageUrls = field(z.array(webUrl).min(1).max(MAX_IMAGES), {
  in: 'body',
  widget: 'url-list',
  maxItems: MAX_IMAGES,
});

const base64Image = z.string().regex(/^(data:image\/[\w.+-]+;base64,)?[A-Za-z0-9+/\s]+=*\s*$/);

function decodedBytes(image: unknown): number {
  if (isFileRef(image)) return image.bytes;
  const base64 = String(image)
    .replace(/^data:[^,]*,/, '')
    .replace(/[\s=]/g, '');
  return Math.floor((base64.length * 3) / 4);
}

/** Pictures of this computer, as handles of files that main has taken in or as base64. */
export const images = field(
  z
    .array(z.union([fileRefSchema, base64Image]))
    .min(1)
    .max(MAX_IMAGES)
    .superRefine((list, context) => {
      const bytes = list.reduce((sum, image) => sum + decodedBytes(image), 0);
      if (bytes > MAX_IMAGE_BYTES)
        context.addIssue({
          code: 'custom',
          message: 'images_too_large',
          params: { megabytes: Math.ceil(bytes / 1e6), most: MAX_IMAGE_BYTES / 1e6 },
        });
    }),
  {
    in: 'body',
    widget: 'images',
    maxItems: MAX_IMAGES,
    file: { accept: ['image/png', 'image/jpeg', 'image/webp'], maxBytes: MAX_IMAGE_BYTES },
  },
);
