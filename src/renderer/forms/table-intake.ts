import type { FileRef } from '../../shared/file-ref';
import { call } from '../api';
import { importFile } from './import-file';
import { makeIntake } from './make-intake';

interface TableFile {
  name: string;
  text: string;
}

/** A table's file on its way from a drop or a dialog into the form. The last one wins. */
export const tableIntake = makeIntake<TableFile>((_waiting, next) => next);

const read = async (file: FileRef): Promise<TableFile> => ({
  name: file.name,
  text: (await call('file.text', { sha256: file.$file })).text,
});

export function takeTable(file: File): Promise<void> {
  return tableIntake.follow(file.name, async () => read(await importFile(file, 'table')));
}

export function chooseTable(): Promise<void> {
  return tableIntake.follow('', async () => {
    const [file] = await call('file.choose', { kind: 'table' });
    return file && read(file);
  });
}
