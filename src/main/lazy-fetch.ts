type Fetch = (request: Request) => Promise<Response>;

/** A fetch whose maker is loaded with the first request: the history shows without it. */
export function createLazyFetch(load: () => Promise<Fetch>): Fetch {
  let loading: Promise<Fetch> | undefined;
  return async (request) => {
    loading ??= load();
    return (await loading)(request);
  };
}
