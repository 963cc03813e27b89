import { create } from 'zustand';
import { AppError, type ErrorCode } from '../../shared/app-error';

export interface LastAnswer {
  /** ms since epoch */
  at: number;
  /** `working`: the server took the key. */
  said: 'working' | ErrorCode;
}

/** What servers said to the profiles since the program began, by profile. Jobs keep theirs in the history. */
export const useLastAnswers = create<Record<string, LastAnswer>>(() => ({}));

export function noteAnswer(profileId: string, said: LastAnswer['said']): void {
  useLastAnswers.setState({ [profileId]: { at: Date.now(), said } });
}

/** Passes the outcome of a call on and remembers what it says about the profile. */
export async function noted<T>(profileId: string, asked: Promise<T>): Promise<T> {
  try {
    const answer = await asked;
    noteAnswer(profileId, 'working');
    return answer;
  } catch (error) {
    if (error instanceof AppError) noteAnswer(profileId, error.code);
    throw error;
  }
}
