import { ASSET_SCHEME } from '../../shared/channels';

export type AssetRequest =
  | { kind: 'file'; sha256: string }
  | { kind: 'thumb'; sha256: string; width: number }
  | { kind: 'page'; sha256: string; page: number; width: number };

/** Pixels. The largest is a page on a large screen with a dense display. */
const WIDTHS = { least: 16, most: 4096 };

/**
 * Reads an address of the picture scheme, as `assetUrl`, `pageUrl` and `thumbUrl` write them. Undefined for everything
 * else: names are SHA-256 sums and numbers, so no spelling of a path can come through here.
 */
export function parseAssetUrl(address: string): AssetRequest | undefined {
  const match = /^([a-z-]+):\/\/(file|page|thumb)\/([0-9a-f]{64})(?:\/([1-9]\d{0,5}))?(?:\?w=([1-9]\d{0,4}))?$/.exec(
    address,
  );
  const [, scheme, kind, sha256 = '', page, w] = match ?? [];
  if (scheme !== ASSET_SCHEME) return undefined;
  if (kind === 'file') return page === undefined && w === undefined ? { kind, sha256 } : undefined;
  const width = Number(w);
  if (!(width >= WIDTHS.least && width <= WIDTHS.most)) return undefined;
  if (kind === 'thumb') return page === undefined ? { kind, sha256, width } : undefined;
  return page === undefined ? undefined : { kind: 'page', sha256, page: Number(page), width };
}
