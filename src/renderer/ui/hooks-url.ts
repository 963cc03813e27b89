import type { WebhookState } from '../../shared/webhook-operations';

/** The listener's address as a service is told it, whether or not it listens now. Any path is heard. */
export function hooksUrl({ url, host, port }: Pick<WebhookState, 'url' | 'host' | 'port'>): string {
  const shown = host.includes(':') ? `[${host}]` : host;
  // all addresses of this computer: the nearest of them is the one that always works here
  return `${(url ?? `http://${shown}:${port}`).replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')}/hooks`;
}
