/** The same keys as the English area, each with a text of its own: a missing or extra key does not compile. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
