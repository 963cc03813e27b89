/** At the top of the panel at the right, in journal mode: which journal, and the sizes that go with it. */
export function JournalHead() {
  return null;
}

/** Below layout and labels: what preflight finds, and the description. */
export function JournalChecks() {
  return null;
}

/** At the foot of the panel: the format, and the one primary button. */
export function JournalFoot() {
  return null;
}
