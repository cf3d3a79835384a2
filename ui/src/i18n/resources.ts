// The Fluent files that the interface speaks from, as text. They stand beside the Rust
// crates, since the PDF and the command line speak from some of the same ones.

const files = import.meta.glob<string>('../../../src-tauri/locales/*/{dates,kinds,ui*}.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All the messages of one language, by its folder's name. */
export function resourcesOf(language: string): string[] {
  return Object.entries(files)
    .filter(([path]) => path.includes(`/locales/${language}/`))
    .map(([, text]) => text);
}
