/** More are of no use to somebody who reads them. */
const enough = 200;

/** The keys that hold the letters of a query in their order, as VS Code's own lists match; the closest first. */
export function matchKeys(keys: Iterable<string>, query: string): readonly string[] {
  const wanted = query.toLowerCase().replaceAll(/\s/g, '');
  return [...keys]
    .flatMap((key) => {
      const span = spanOf(key.toLowerCase(), wanted);
      return span === undefined ? [] : [{ key, span }];
    })
    .toSorted((a, b) => a.span - b.span || a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
    .slice(0, enough)
    .map(({ key }) => key);
}

/** How far the letters are spread; undefined when they are not all there. */
function spanOf(text: string, wanted: string): number | undefined {
  const whole = text.indexOf(wanted);
  if (whole >= 0) return wanted.length;
  let at = -1;
  let first = -1;
  for (const letter of wanted) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return undefined;
    if (first < 0) first = at;
  }
  return at - first + 1;
}
