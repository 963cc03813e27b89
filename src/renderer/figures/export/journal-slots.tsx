export { JournalChecks } from './journal-checks';
export { JournalFoot } from './journal-foot';
export { JournalHead } from './journal-head';
