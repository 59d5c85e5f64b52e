import { onTestFinished, vi } from 'vitest';

export interface CaughtFile {
  name: string;
  text: string;
}

/** jsdom saves no files: keeps what a page hands out until the test is over. */
export function catchDownloads() {
  const files: { name: string; blob: Blob }[] = [];
  let latest = new Blob();
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      latest = blob;
      return 'blob:caught';
    },
    revokeObjectURL: () => {},
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function catchClick(
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, blob: latest });
  });
  onTestFinished(() => click.mockRestore());
  return {
    read: (): Promise<CaughtFile[]> =>
      Promise.all(files.map(async ({ name, blob }) => ({ name, text: await blob.text() }))),
  };
}
