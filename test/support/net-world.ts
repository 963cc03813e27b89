import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { Fetch } from '../../src/main/http/open-answer';
import type { NetDoor } from '../../src/main/net-fetch';
import { createNetFetch } from '../../src/main/net-fetch';

type Options = Parameters<NetDoor['request']>[0];
type ClientRequest = ReturnType<NetDoor['request']>;
type Session = ReturnType<NetDoor['openSession']>;

/** What Electron's ClientRequest is to its user. */
export class FakeRequest extends EventEmitter {
  chunkedEncoding = false;
  headers: Record<string, string> = {};
  written: Buffer[] = [];
  ended = false;
  aborted = false;
  /** Takes one piece and never drains. */
  stalled = false;
  constructor(readonly options: Options) {
    super();
  }
  setHeader(name: string, value: string): void {
    if (/^(content-length|host)$/i.test(name)) throw new Error(`${name} is Electron's own`);
    this.headers[name] = value;
  }
  write(piece: Buffer): boolean {
    this.written.push(piece);
    return !this.stalled;
  }
  end(last?: Buffer): void {
    if (last) this.written.push(last);
    this.ended = true;
  }
  abort(): void {
    this.aborted = true;
  }
  answer(statusCode: number, headers: Record<string, string | string[]>, body: string): void {
    this.emit('response', Object.assign(Readable.from([Buffer.from(body)]), { statusCode, headers }));
  }
}

export interface NetWorld {
  fetch: Fetch;
  sent: FakeRequest[];
  /** Names of the sessions whose connections were closed, in order: each is a session taken. */
  closed: string[];
  sessionOf(index: number): string;
}

export function createNetWorld({ stalled = false, refuses = false } = {}): NetWorld {
  const sent: FakeRequest[] = [];
  const closed: string[] = [];
  const nameOf = (session: Session | undefined) => (session as unknown as { name: string }).name;
  const fetch = createNetFetch({
    request(options) {
      if (refuses) throw new Error('refused');
      const request = new FakeRequest(options);
      request.stalled = stalled;
      sent.push(request);
      return request as unknown as ClientRequest;
    },
    openSession: (name) => ({ name, closeAllConnections: async () => void closed.push(name) }) as unknown as Session,
  });
  return { fetch, sent, closed, sessionOf: (index: number) => nameOf(sent[index]?.options.session) };
}
