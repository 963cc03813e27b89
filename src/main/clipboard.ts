import { clipboard, ClipboardItem, nativeImage } from 'electron';

/** Electron's clipboard until it took over the web's shape: everything at once, pictures as native images. */
interface OldClipboard {
  writeImage(picture: Electron.NativeImage): void;
}

const isOld = (value: unknown): value is OldClipboard =>
  typeof (value as Partial<OldClipboard>).writeImage === 'function';

export async function copyText(text: string): Promise<void> {
  await clipboard.writeText(text);
}

/** Copies a PNG or JPEG as a picture. False where the bytes are neither. */
export async function copyPicture(bytes: Buffer): Promise<boolean> {
  const picture = nativeImage.createFromBuffer(bytes);
  if (picture.isEmpty()) return false;
  const target: unknown = clipboard;
  if (isOld(target)) {
    target.writeImage(picture);
    return true;
  }
  await clipboard.write([new ClipboardItem({ 'image/png': new Blob([picture.toPNG() as Buffer<ArrayBuffer>]) })]);
  return true;
}
