/** A Groovy string between apostrophes, in which nothing is read but these two. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
