import { randomNumbers } from './randomNumbers';

/** What is typed: characters that change how all behind them is read, halves of pairs, and code. */
const typed = [
  ...'\'"`\\/*${}()[]<>;=\n#@a1 :.'.split(''),
  ...'/* */ // ${ <!-- --> """ <A b={ </A> <% %> {{ }} flag return posthog.isFeatureEnabled("nav")'.split(
    ' ',
  ),
  '\r\n',
  '\\\n',
  '---\n',
  'const key = "nav";\n',
  '() => {',
  '\nend\n',
];

/** The text, and what `count` edits make of it one after the other: something is typed, removed, pasted from it. */
export function* randomEdits(original: string, count: number): Generator<string> {
  const random = randomNumbers();
  const below = (end: number) => Math.floor(random.next().value * end);
  let text = original;
  yield text;
  for (let edit = 0; edit < count; edit++) {
    const from = below(text.length + 1);
    const to = edit % 3 === 0 ? from + below(12) : from;
    const begin = below(original.length);
    const piece =
      edit % 4 === 1 ? original.slice(begin, begin + below(60)) : (typed[below(typed.length)] ?? '');
    text = text.slice(0, from) + piece + text.slice(to);
    // What cannot be mended any more is undone now and then, as people do.
    if (edit % 10 === 9) text = original;
    yield text;
  }
}
