import { expect, it } from 'vitest';
import { carryOver, siblingsOf } from '../../../../src/renderer/create/carried-values';
import {
  editImages,
  imageToImage,
  nb2TextToImage,
  nbImageToImage,
  nbTextToImage,
  textToImage,
} from '../../../../src/shared/endpoints/bananahub';
import { generate } from '../../../../src/shared/endpoints/paperbanana';

it('finds the same work of the other models', () => {
  expect(siblingsOf(textToImage)).toEqual([textToImage, nb2TextToImage, nbTextToImage]);
  expect(siblingsOf(editImages)).toEqual([]);
  expect(siblingsOf(generate)).toEqual([]);
});

it('takes along what the other model takes, and names the rest', () => {
  const values = { prompt: 'a panda', aspect_ratio: '1:8', resolution: '4K' };
  expect(carryOver(textToImage, nbTextToImage, values)).toEqual({
    values: { prompt: 'a panda' },
    dropped: ['aspect_ratio', 'resolution'],
  });
  expect(carryOver(textToImage, nb2TextToImage, values)).toEqual({ values, dropped: [] });
});

it('takes along what still has to be mended', () => {
  const values = { input_images_urls: ['not an address'], prompt: 'x', aspect_ratio: 'auto' };
  expect(carryOver(imageToImage, nbImageToImage, values)).toEqual({
    values: { input_images_urls: ['not an address'], prompt: 'x' },
    dropped: ['aspect_ratio'],
  });
});
