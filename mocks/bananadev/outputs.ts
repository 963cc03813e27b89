import { drawScene } from '../bananahub/scene';
import { randomFrom } from '../random';
import type { Rasterize } from '../rasterize';
import { drawsImages } from './dev-models';

const HAIKU = 'Code flows like water,\nBugs hide in the digital night,\nDebug brings the light.';
const QUANTUM = 'Quantum computing is a type of computing...';

/** What the documentation shows for its own prompts. */
const DOCUMENTED: Record<string, string> = {
  'Explain quantum computing in simple terms': QUANTUM,
  'Write a haiku about coding': HAIKU,
};

const STARTS = ['In short:', 'A first answer:', 'The main idea is this:'];
const MIDDLES = [
  'the question has two parts, and the second follows from the first',
  'most of it can be said with one example',
  'there is a simple rule, and a few exceptions that are worth knowing',
];
const ENDS = ['Start small, measure, and go on from there.', 'The details depend on the data at hand.'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Between 64 and 1024 pixels in steps of 8, as such models take them. */
const side = (value: unknown): number =>
  typeof value === 'number' && value >= 64 ? Math.min(1024, Math.floor(value / 8) * 8) : 512;

/**
 * A model's outputs for its inputs: a picture in base64 from one that draws, words from any other. The same run
 * gives the same ones.
 */
export async function outputsOf(
  run: { id: string; modelKey: string; inputs: Record<string, unknown> },
  rasterize: Rasterize,
): Promise<unknown[]> {
  const random = randomFrom('outputs', run.id);
  if (drawsImages(run.modelKey)) {
    const [width, height] = [side(run.inputs['width']), side(run.inputs['height'])];
    const scene = drawScene(run.id, `${width}:${height}`, '1K');
    const png = await rasterize(scene.svg, width);
    return [
      {
        image_base64: Buffer.from(png).toString('base64'),
        seed: typeof run.inputs['seed'] === 'number' ? run.inputs['seed'] : random.int(1, 2 ** 31),
        ...{ width, height },
      },
    ];
  }
  const prompt = textOf(run.inputs['prompt']);
  const known = DOCUMENTED[prompt];
  if (known !== undefined) return [{ message: known }];
  if (prompt === '') return [{ message: 'ok', inputs: Object.keys(run.inputs) }];
  const message = `${random.pick(STARTS)} ${random.pick(MIDDLES)}. ${random.pick(ENDS)}`;
  return [{ message: `${prompt.slice(0, 120)}\n\n${message}` }];
}
