import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { findLanguage, findLanguageOf } from '../../../../src/code/language/languages';
import { retokenize } from '../../../../src/code/token/retokenize';
import { tokenize } from '../../../../src/code/token/tokenize';
import { Tokens } from '../../../../src/code/token/tokens';
import { readFlagSamples } from '../../support/flagSamples';
import { randomEdits } from '../../support/randomEdits';

const columns = ['kind', 'start', 'end', 'from', 'to', 'match', 'parent', 'column', 'hash'] as const;

/** All that is told of the tokens, and that nothing stands behind them. */
function allOf(tokens: Tokens) {
  const { count } = tokens;
  const numbers = Array.from({ length: count + 8 }, (_, token) =>
    columns.map((name) => tokens[name][token] ?? (name === 'match' || name === 'column' ? -1 : 0)),
  );
  return { count, numbers };
}

describe('The tokens of an edited text', function () {
  // The machine may be busy; the work is bounded by the size of the samples.
  this.timeout(60_000);

  for (const { language: folder, idiom, files } of readFlagSamples()) {
    it(`are those of the text read from nothing: ${folder}, ${idiom}`, () => {
      for (const [path, original] of files) {
        const language = findLanguage(findLanguageOf(path) ?? '');
        if (!language) continue;
        let tokens = tokenize(original, language);
        let spare = new Tokens('');
        for (const text of randomEdits(original, 120)) {
          const edited = retokenize(tokens, text, language, spare);
          // Without the difference of the columns, which nobody reads.
          const isSame = isDeepStrictEqual(allOf(edited), allOf(tokenize(text, language)));
          assert.ok(isSame, JSON.stringify([tokens.text, text]));
          [tokens, spare] = [edited, tokens];
        }
      }
    });
  }
});
