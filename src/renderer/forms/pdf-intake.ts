import { create } from 'zustand';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { FileRef } from '../../shared/file-ref';
import { call, queryClient } from '../api';
import { useUi } from '../ui-store';
import { importFile } from './import-file';
import { pdfInfoQuery } from './use-pdf-info';

interface Intake {
  /** What is being taken in right now. */
  busy: { name: string; bytes: number | undefined; startedAt: number } | undefined;
  /** Why the last file could not be taken in; the form keeps the one it has. */
  problem: { name: string; error: AppErrorData } | undefined;
  /** A file that no form has put into its field yet. */
  taken: FileRef | undefined;
}

const NOTHING: Intake = { busy: undefined, problem: undefined, taken: undefined };

/** PDFs on their way from a drop, a dialog, the menu or the system into the form. */
export const usePdfIntake = create<Intake>(() => NOTHING);

const PDF_ENDPOINT = 'paperbanana.generateFromPdf';

// Every file taken in gets a number: the answer of an older one comes too late and changes nothing.
let latest = 0;

async function follow(name: string, bytes: number | undefined, work: () => Promise<FileRef>): Promise<void> {
  latest += 1;
  const mine = latest;
  usePdfIntake.setState({ busy: { name, bytes, startedAt: Date.now() }, problem: undefined });
  try {
    const taken = await work();
    if (mine !== latest) return;
    // a locked or damaged PDF is told about here, before it takes the place of a good one
    await queryClient.query(pdfInfoQuery(taken.$file));
    if (mine === latest) usePdfIntake.setState({ busy: undefined, taken });
  } catch (error) {
    if (mine === latest) usePdfIntake.setState({ busy: undefined, problem: { name, error: toAppErrorData(error) } });
  }
}

/** Takes in a file that the user handed over. The last one wins where several come at once. */
export function takeFile(file: File): Promise<void> {
  return follow(file.name, file.size, () => importFile(file, 'pdf'));
}

export function takeSample(): Promise<void> {
  return follow('', undefined, () => call('file.sample', undefined));
}

/** A file that main has already taken in. */
export function takeReference(file: FileRef): Promise<void> {
  return follow(file.name, file.bytes, () => Promise.resolve(file));
}

/** Asks for a PDF by the system's dialog; closing it changes nothing. */
export async function choosePdf(): Promise<void> {
  try {
    const [taken] = await call('file.choose', { kind: 'pdf' });
    if (taken) await takeReference(taken);
  } catch (error) {
    latest += 1;
    usePdfIntake.setState({ busy: undefined, problem: { name: '', error: toAppErrorData(error) } });
  }
}

/** The other mode has files of its own. */
export function resetIntake(): void {
  latest += 1;
  usePdfIntake.setState(NOTHING);
}

export function forgetProblem(): void {
  usePdfIntake.setState({ problem: undefined });
}

/** Hands the waiting file over to the form that asks first. */
export function collectTaken(): FileRef | undefined {
  const { taken } = usePdfIntake.getState();
  if (taken) usePdfIntake.setState({ taken: undefined });
  return taken;
}

/** Goes to the form that begins with a PDF. */
export function showPdfForm(): void {
  useUi.getState().openEndpoint(PDF_ENDPOINT);
}
