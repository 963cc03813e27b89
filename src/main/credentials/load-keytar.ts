/** What of keytar is used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export type LoadKeytar = () => Promise<Keytar>;

/** Loads the native module when it is first needed: without libsecret it throws already here. */
export const loadKeytar: LoadKeytar = async () => {
  const loaded: Keytar & { default?: Keytar } = await import('keytar');
  // a CommonJS module comes as `default` where Node imports it, and as itself where a bundle requires it
  return loaded.default ?? loaded;
};
