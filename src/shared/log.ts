/**
 * Where the program tells its story. `facts` are for people who mend things: ids, codes, counts, durations.
 * Never secrets, bodies, prompts or names of the user's files.
 */
export interface Log {
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
