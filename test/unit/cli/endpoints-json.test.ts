import { expect, it } from 'vitest';
import { plantain } from '../../support/cli';

interface Field {
  name: string;
  type: string;
  required: boolean;
  in: string;
  allowed: string[] | null;
  default: unknown;
  minimum: number | null;
  maximum: number | null;
  maxLength: number | null;
}

async function fieldsOf(): Promise<Map<string, Field>> {
  const { out } = await plantain(['endpoints', '--json']);
  const list = JSON.parse(out) as { id: string; fields: Field[] }[];
  return new Map(list.flatMap(({ id, fields }) => fields.map((field) => [`${id} ${field.name}`, field] as const)));
}

it('tells the same nine facts of every field, null where nothing was declared', async () => {
  const types = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object', 'file', 'json']);
  for (const [name, field] of await fieldsOf()) {
    expect(Object.keys(field), name).toEqual([
      ...['name', 'type', 'required', 'in', 'allowed', 'default', 'minimum', 'maximum', 'maxLength'],
    ]);
    expect(types, name).toContain(field.type);
    expect(typeof field.required, name).toBe('boolean');
    expect(['path', 'query', 'body'], name).toContain(field.in);
    if (field.in === 'path') expect(field.required, name).toBe(true);
    // what the server does by itself is only told of fields that may be left out
    if (field.required) expect(field.default, name).toBeNull();
    const values = field.default === null ? [] : [field.default].flat();
    if (field.allowed) for (const value of values) expect(field.allowed, name).toContain(value);
  }
});

it('has the default of every field whose server has one, and of no other', async () => {
  const defaults = [...(await fieldsOf())].flatMap(([name, field]) =>
    field.default === null || name.endsWith(' webhook_include_image') ? [] : [[name, field.default]],
  );
  expect(Object.fromEntries(defaults)).toEqual({
    'paperbanana.generate iterations': 3,
    'paperbanana.generate output_formats': ['png'],
    'paperbanana.generateFromPdf iterations': 3,
    'paperbanana.generateFromPdf output_formats': ['png'],
    'paperbanana.plot iterations': 3,
    'paperbanana.plot output_formats': ['png'],
    'paperbanana.optimizePrompt diagram_type': 'methodology',
    'paperbanana.composite layout': 'auto',
    'paperbanana.composite label_position': 'bottom',
    'paperbanana.composite spacing': 20,
    'paperbanana.composite label_font_size': 32,
    'paperbanana.taskImage format': 'png',
    'bananadev.start startOnly': false,
  });
});

it.each([
  ['paperbanana.generate iterations', { type: 'integer', required: false, in: 'body', minimum: 1, maximum: 10 }],
  ['paperbanana.generate webhook_include_image', { type: 'boolean', default: false, allowed: null }],
  ['paperbanana.generateFromPdf pdf_base64', { type: 'file', required: true }],
  ['paperbanana.plot data_json', { type: 'string', required: true }],
  ['paperbanana.plot output_formats', { type: 'array', allowed: ['png', 'svg', 'pdf'], default: ['png'] }],
  ['paperbanana.composite source_task_ids', { type: 'array', required: true, allowed: null }],
  ['paperbanana.taskImage format', { in: 'query', allowed: ['png', 'svg', 'pdf'] }],
  ['paperbanana.getKey key', { type: 'string', in: 'path', required: true }],
  ['paperbanana.updateKey active', { type: 'boolean', required: false, default: null }],
  ['bananahub.editImages input_images_base64', { type: 'array', required: true }],
  ['bananahub.editImages resolution', { type: 'string', required: true, allowed: ['1K', '2K', '4K'] }],
  ['bananahub.editImages metadata', { type: 'json', required: false }],
  ['bananadev.run modelInputs', { type: 'object', required: true }],
  ['bananadev.getModel model_key', { type: 'string', in: 'path', maxLength: 300 }],
])('describes %s', async (name, facts) => {
  expect((await fieldsOf()).get(name)).toMatchObject(facts);
});
