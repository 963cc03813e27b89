import type { FieldErrors, ResolverOptions } from 'react-hook-form';
import { expect, it } from 'vitest';
import type { FormValues } from '../../../../src/renderer/forms/form-values';
import { endpointResolver, issueOfError } from '../../../../src/renderer/forms/resolver';
import { requireEndpoint } from '../../../../src/shared/endpoints/index';

const endpoint = requireEndpoint('paperbanana.generateFromPdf');
const pdf = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 10, mediaType: 'application/pdf' };
const options: ResolverOptions<FormValues> = { fields: {}, shouldUseNativeValidation: undefined };

async function judge(values: FormValues, pages = 14) {
  const resolve = endpointResolver(endpoint, () => pages);
  const { values: accepted, errors } = await resolve(values, undefined, options);
  const found = errors as FieldErrors<FormValues>;
  const codes = Object.entries(found).map(([name, error]) => [name, issueOfError(error)?.code]);
  return { accepted, codes: Object.fromEntries(codes) as Record<string, string>, found };
}

it('hands over the trimmed input when all is well', async () => {
  const { accepted, codes } = await judge({ pdf_base64: pdf, caption: '  A figure ', pages: '3-5, 8' });
  expect(codes).toEqual({});
  expect(accepted).toMatchObject({ caption: 'A figure' });
});

it('names every missing field', async () => {
  const { codes } = await judge({});
  expect(codes).toEqual({ pdf_base64: 'required', caption: 'required' });
});

it('refuses pages past the end of the chosen PDF and says which part', async () => {
  const { codes, found } = await judge({ pdf_base64: pdf, caption: 'x', pages: '3, 20' });
  expect(codes).toEqual({ pages: 'pages_beyond' });
  expect(issueOfError(found['pages'])?.params).toEqual({ part: '20', pageCount: 14 });
});

it('judges no end where the pages are not counted yet', async () => {
  const resolve = endpointResolver(endpoint, () => undefined);
  const { errors } = await resolve({ pdf_base64: pdf, caption: 'x', pages: '20' }, undefined, options);
  expect(errors).toEqual({});
});

it('refuses values that break a rule', async () => {
  const { codes } = await judge({
    pdf_base64: pdf,
    caption: 'x',
    image_model: 'google/nano-banana',
    image_resolution: '2K',
  });
  expect(codes).toEqual({ image_model: 'rule_nano_banana_resolution' });
});
