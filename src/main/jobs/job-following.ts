import { ownProcess, type ProcessName } from './process-birth';
import type { Clock } from '../../shared/clock';
import type { Job } from '../../shared/job';
import { isResendBlocked, isWatched } from '../../shared/job';
import type { JobRepository } from './job-repository';
import { abandonedJobs } from './recovery';

/** Who minds a job that is not over: this process, another that runs, the window's history, or nobody. */
export type Follower = 'this' | 'another' | 'window' | 'nobody';

/** Jobs that change hands, on a history on which several processes work. */
export interface JobFollowing {
  /**
   * Follows, from now on and at once, what a process that ended has left; with `ids` only these, and also what nobody
   * was to follow. `may` says of each whether it can be asked about here. Gives those that are this process's now.
   */
  takeUp(choice: { ids?: readonly string[]; may(job: Job): boolean }): string[];
  /** Lets go of a job: nobody follows it until somebody is told to. */
  release(id: string): void;
  followerOf(id: string): Follower;
}

interface FollowingDeps {
  repository: JobRepository;
  clock: Clock;
  isAlive(owner: ProcessName): boolean;
  /** Jobs of this process. */
  own: Set<string>;
  /** Lets go of a question that is under way. */
  drop(id: string): void;
  changed(id: string): void;
}

const same = (one: ProcessName, other: ProcessName): boolean => one.pid === other.pid && one.birth === other.birth;

export function createJobFollowing({ repository, clock, isAlive, own, drop, changed }: FollowingDeps): JobFollowing {
  const { ownership } = repository;

  function take(id: string, before: ProcessName | null, may: (job: Job) => boolean): boolean {
    const job = repository.find(id);
    if (!job || own.has(id) || !may(job) || !ownership.claim(id, before, ownProcess())) return false;
    own.add(id);
    repository.move(id, job.state, { nextPollAt: clock.now() }, { kind: 'taken_up' });
    return true;
  }

  return {
    takeUp({ ids, may }) {
      const left = abandonedJobs({ repository, clock }, isAlive).filter(({ id }) => !ids || ids.includes(id));
      const free = (ids ?? []).filter((id) => ownership.ownerOf(id) === null).map((id) => ({ id, owner: null }));
      // a repeat is sent for whoever asks for it and stays for its answer; a command that only passes by would close on it
      const wanted = (job: Job): boolean => may(job) && (ids !== undefined || !isResendBlocked(job));
      const taken = [...left, ...free].filter(({ id, owner }) => take(id, owner, wanted)).map(({ id }) => id);
      for (const id of taken) changed(id);
      return taken;
    },
    release(id) {
      drop(id);
      own.delete(id);
      ownership.release(id);
    },
    followerOf(id) {
      if (ownership.isHandedOver(id)) return 'window';
      const owner = ownership.ownerOf(id);
      const state = repository.find(id)?.state ?? 'done';
      const isBegun = state === 'prepared' || state === 'sending';
      if (owner === null || !(isBegun || isWatched(state))) return 'nobody';
      if (own.has(id) || same(owner, ownProcess())) return 'this';
      return isAlive(owner) ? 'another' : 'nobody';
    },
  };
}
