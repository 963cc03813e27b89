/** The call itself is wrong: nothing was sent, exit status 2. `key` has its words under `cli.bad`. */
export class BadCall extends Error {
  constructor(
    readonly key: string,
    readonly values: Record<string, string> = {},
  ) {
    super(key);
    this.name = 'BadCall';
  }
}
