import type { UseFormReturn } from 'react-hook-form';

/**
 * What is typed, by field name. Undefined is "the server's choice". A form never has default values:
 * react-hook-form would put them back where a user leaves a field to the server.
 */
export type FormValues = Record<string, unknown>;

export type EndpointForm = UseFormReturn<FormValues>;
