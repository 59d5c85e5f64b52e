/** The runtime's files, which a build with embeddings carries. Workers have no `browser.runtime` to ask for them. */
const locateOwnFile = (path: string) => new URL(`/${path}`, self.location.origin).href;

export function importModule(path: string): Promise<unknown> {
  return import(/* @vite-ignore */ locateOwnFile(path));
}

export async function readBytes(path: string): Promise<Uint8Array> {
  const response = await fetch(locateOwnFile(path));
  if (!response.ok) throw new Error('no such file', { cause: response.status });
  return new Uint8Array(await response.arrayBuffer());
}
