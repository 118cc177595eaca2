/** A chunk in Vite's manifest (`build.manifest`). */
export interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  /** Keys of the chunks that load with it. */
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = { readonly [source: string]: Chunk };

/**
 * Every script and style sheet that the browser fetches before these modules can run: their own chunks and those that
 * they import statically, each once.
 * @param sources keys of the manifest: source files relative to the client's folder
 */
export function filesOf(manifest: Manifest, sources: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  const add = (source: string) => {
    if (seen.has(source)) return;
    seen.add(source);
    const chunk = manifest[source];
    if (!chunk)
      throw new Error(`The client's manifest has no chunk for ${source}: was it renamed, or is it not loaded lazily?`);
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const source of sources) add(source);
  return files;
}
