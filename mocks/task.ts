import { z } from 'zod';
import { workSchema } from './work';

const count = z.int().nonnegative();

export const taskSchema = z.object({
  id: z.string(),
  /** Counts all tasks: the history's id. */
  number: count,
  /** The key that it was submitted with. */
  owner: z.string(),
  /** The last part of the submission's path. */
  endpoint: z.string(),
  work: workSchema,
  createdAt: z.number(),
  finishedAt: z.number().nullable(),
  /** Gone from the server's memory; its history alone still knows it. */
  forgotten: z.boolean(),
  /** Work in ms of a real server, and how much of it is done. */
  duration: z.number(),
  pendingShare: z.number(),
  done: z.number(),
  /** Last time at which `done` was brought up to date, ms since epoch. */
  at: z.number(),
  polls: count,
  /** Settled when the work ends; undefined until then. */
  outcome: z
    .union([z.object({ failed: z.literal(false) }), z.object({ failed: z.literal(true), reason: z.string() })])
    .optional(),
});
type Stored = z.infer<typeof taskSchema>;

export interface Task extends Omit<Stored, 'outcome'> {
  outcome: Stored['outcome'] | undefined;
}

export type TaskStatus = 'pending' | 'running' | 'completed' | 'failed';
