/**
 * Names that both sides of the border and the start of the program need. They stand apart from the contract so
 * that the preload and the first milliseconds of the main process carry no schemas.
 */
export const CALL_CHANNEL = 'plantain:call';
export const EVENT_CHANNEL = 'plantain:event';

/** The scheme of the window's own files (`plantain://app/index.html`). */
export const APP_SCHEME = 'plantain';
/** The read-only scheme of pictures; its addresses are made by `assetUrl`, `pageUrl` and `thumbUrl`. */
export const ASSET_SCHEME = 'plantain-asset';
