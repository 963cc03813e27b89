export const profile = { id: 'p1', name: 'Lab key', baseUrl: 'https://api.example.org' };

/** A submission that needs no file. */
export const diagram = {
  endpoint: 'paperbanana.generate',
  input: { source_context: 'Six encoder layers.', caption: 'Figure 1: Transformer encoder' },
  profile,
};
