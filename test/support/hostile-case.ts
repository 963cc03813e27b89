import type { Spent } from '../../src/shared/app-error';
import type { JobState } from '../../src/shared/job';
import type { RawReply } from './raw-server';

/** One job of the list: what makes its answers its own. */
export interface HostileCase {
  index: number;
  /** 32 hexadecimal digits. */
  task: string;
  /** The account's, which a server may repeat. */
  key: string;
  /** The server's own address. */
  url: string;
}

/** What must have become of the job. */
export interface HostileEnd {
  states: readonly JobState[];
  /** Of the error; left out where there is none or it is not looked at. */
  codes?: readonly string[];
  spent?: Spent;
  /** What the history says it cost: null where nobody knows. */
  units?: number | null;
  /** The id that the job keeps; the case's own where left out. Null: none is known. */
  remoteId?: null;
  /** How many are stored; 0 where left out, `any` where half a picture may be kept. */
  pictures?: number | 'any';
}

/** A job one of whose answers is hostile; the others are as they should be. */
export interface Hostile {
  name: string;
  submit?: (c: HostileCase) => RawReply;
  poll?: (c: HostileCase) => RawReply;
  picture?: (c: HostileCase) => RawReply;
  /** The id that the server gave, where it is another one. */
  remoteId?: (c: HostileCase) => string;
  expected: HostileEnd;
}
