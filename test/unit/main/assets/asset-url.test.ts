import { expect, it } from 'vitest';
import { assetUrl, pageUrl, thumbUrl } from '../../../../src/shared/contract';
import { parseAssetUrl } from '../../../../src/main/assets/asset-url';

const sha256 = 'a1'.repeat(32);

it('reads what the window writes', () => {
  expect(parseAssetUrl(assetUrl(sha256))).toEqual({ kind: 'file', sha256 });
  expect(parseAssetUrl(pageUrl(sha256, 12, 320))).toEqual({ kind: 'page', sha256, page: 12, width: 320 });
  expect(parseAssetUrl(thumbUrl(sha256, 96))).toEqual({ kind: 'thumb', sha256, width: 96 });
});

it.each([
  `https://file/${sha256}`,
  `plantain://file/${sha256}`,
  `plantain-asset://file/${sha256.toUpperCase()}`,
  `plantain-asset://file/${sha256.slice(1)}`,
  `plantain-asset://file/../${sha256}`,
  `plantain-asset://file/..%2f..%2fsettings.json`,
  `plantain-asset://file/${sha256}/../../x`,
  `plantain-asset://file/${sha256}?w=100`,
  `plantain-asset://file/${sha256}/1`,
  `plantain-asset://thumb/${sha256}`,
  `plantain-asset://thumb/${sha256}?w=0`,
  `plantain-asset://thumb/${sha256}?w=5`,
  `plantain-asset://thumb/${sha256}?w=99999`,
  `plantain-asset://thumb/${sha256}?w=100&x=1`,
  `plantain-asset://page/${sha256}?w=100`,
  `plantain-asset://page/${sha256}/0?w=100`,
  `plantain-asset://page/${sha256}/-1?w=100`,
  `plantain-asset://page/${sha256}/1`,
  `plantain-asset://other/${sha256}`,
  '',
])('reads nothing from %s', (address) => {
  expect(parseAssetUrl(address)).toBeUndefined();
});
