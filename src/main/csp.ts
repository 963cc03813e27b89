import { ASSET_SCHEME } from '../shared/channels';

/**
 * The window's content security policy. Without a development server nothing is loaded from anywhere but the
 * program's own files and the picture scheme, and nothing is connected to.
 *
 * Styles: Mantine writes its variables into <style> elements while running, hence 'unsafe-inline' for elements;
 * style attributes in markup stay forbidden (React sets styles through the DOM, which no policy concerns).
 */
export function contentSecurityPolicy(devServer?: string): string {
  // Vite's client and React's refresh come as inline scripts and talk over a WebSocket
  const dev = devServer === undefined ? undefined : new URL(devServer).origin;
  const socket = dev?.replace(/^http/, 'ws');
  const directives: Record<string, string> = {
    'default-src': "'none'",
    'script-src': dev ? `'self' 'unsafe-inline' ${dev}` : "'self'",
    'style-src': "'self'",
    'style-src-elem': "'self' 'unsafe-inline'",
    'style-src-attr': "'none'",
    'img-src': `'self' ${ASSET_SCHEME}:`,
    'font-src': "'none'",
    'connect-src': dev && socket ? `${dev} ${socket}` : "'none'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
