import assert from 'node:assert/strict';
import { findLanguage, findLanguageOf } from '../../../../src/code/language/languages';
import { tokenize } from '../../../../src/code/token/tokenize';
import { kinds } from '../../../../src/code/token/tokens';
import { readFlagSamples } from '../../support/flagSamples';

const opening: readonly number[] = [kinds.open, kinds.close, kinds.head, kinds.tag];

// A string, a comment or an element that is not understood makes brackets of the text around it.
describe('The brackets of code that compiles', () => {
  for (const { language: folder, idiom, files } of readFlagSamples()) {
    it(`have partners: ${folder}, ${idiom}`, () => {
      for (const [path, text] of files) {
        const language = findLanguage(findLanguageOf(path) ?? '');
        if (!language) continue;
        const tokens = tokenize(text, language);
        for (let token = 0; token < tokens.count; token++) {
          if (!opening.includes(tokens.kind[token] ?? 0) || (tokens.match[token] ?? -1) >= 0) continue;
          assert.fail(
            `${path}: ${text.slice(Math.max(0, (tokens.start[token] ?? 0) - 40), tokens.end[token])}`,
          );
        }
      }
    });
  }
});
