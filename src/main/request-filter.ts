import { APP_SCHEME, ASSET_SCHEME } from '../shared/channels';

/**
 * True where the window's session may load an address: the program's own files and pictures, addresses that stay
 * inside the window (`data:`, `blob:`, held in check by the content security policy), the developer tools, and
 * in development the server of the renderer. All else would be a way out for stolen data.
 */
export function mayLoad(address: string, devServer?: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  switch (url.protocol) {
    case `${APP_SCHEME}:`:
    case `${ASSET_SCHEME}:`:
    case 'data:':
    case 'blob:':
    case 'devtools:':
      return true;
    default:
      return devServer !== undefined && url.host === new URL(devServer).host && /^(?:http|ws):$/.test(url.protocol);
  }
}

/** True for an address of the window's own page; `URL.origin` is "null" for schemes that Node does not know. */
export function isOwnPage(address: string, devServer?: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (devServer !== undefined) return url.origin === new URL(devServer).origin;
  return url.protocol === `${APP_SCHEME}:` && url.host === 'app';
}
