/** Bitmaps that the window may still ask for, by token. */
export interface PreviewShelf {
  /** Of each slot the newest few stay: the window may be about to show the one before. */
  put(slot: string, bitmap: Uint8Array): string;
  get(token: string): Uint8Array | undefined;
  clear(): void;
}

const KEPT = 3;

export function createPreviewShelf(newToken: () => string): PreviewShelf {
  const slots = new Map<string, { token: string; bitmap: Uint8Array }[]>();
  return {
    put(slot, bitmap) {
      const token = newToken();
      slots.set(slot, [...(slots.get(slot) ?? []), { token, bitmap }].slice(-KEPT));
      return token;
    },
    get: (token) => [...slots.values()].flat().find((one) => one.token === token)?.bitmap,
    clear() {
      slots.clear();
    },
  };
}
