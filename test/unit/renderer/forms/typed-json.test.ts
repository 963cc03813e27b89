import { expect, it } from 'vitest';
import { endpointResolver, issueOfError } from '../../../../src/renderer/forms/resolver';
import { isTypedJson, jsonText, jsonValue } from '../../../../src/renderer/forms/typed-json';
import { runAndWait } from '../../../../src/shared/endpoints/bananadev';
import { editImages } from '../../../../src/shared/endpoints/bananahub';

const refused = async (endpoint: typeof runAndWait, values: Record<string, unknown>, field: string) => {
  const { errors } = await endpointResolver(endpoint, () => undefined)(values, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  return issueOfError(errors[field]);
};

it('keeps a text that is no JSON as it was typed', () => {
  const value = jsonValue('{"a": 1,');
  expect(isTypedJson(value)).toBe(true);
  expect(jsonText(value)).toBe('{"a": 1,');
});

it('gives the value of JSON, and nothing for an empty text', () => {
  expect(jsonValue('{"a":[1]}')).toEqual({ a: [1] });
  expect(jsonValue('"text"')).toBe('text');
  expect(jsonValue(' \n')).toBeUndefined();
});

it('says line and column of broken JSON, also where the schema would take any text', async () => {
  const broken = jsonValue('{\n  "prompt": "x",,\n}');
  expect(await refused(runAndWait, { modelKey: 'k', modelInputs: broken }, 'modelInputs')).toMatchObject({
    code: 'json_syntax',
    params: { line: 2, column: 17 },
  });
  expect(await refused(editImages, { ...editImages.example, metadata: jsonValue('{') }, 'metadata')).toMatchObject({
    code: 'json_syntax',
  });
});
