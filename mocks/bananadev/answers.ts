import { HttpResponse } from 'msw';

export const wrapped = (data: unknown): Response => HttpResponse.json({ data });

/** The documentation names statuses and messages, and leaves the body's shape open. */
export const refuseDev = (status: number, message: string): Response => HttpResponse.json({ message }, { status });
