import assert from 'node:assert/strict';
import { findReferences } from '../../../src/code/findReferences';
import { findLanguageOf, languages } from '../../../src/code/language/languages';
import { Project } from '../../../src/code/project';
import { tokenize } from '../../../src/code/token/tokenize';
import { readFlagSamples } from '../support/flagSamples';
import { randomNumbers } from '../support/randomNumbers';

const project = new Project();
const ids = languages.map(({ ids: [id = ''] }) => id);

/** Everything that must hold of any text. */
function look(text: string, language: string): void {
  for (const { start, end, key } of findReferences(text, language, 'file', project)) {
    assert.ok(start >= 0 && start <= end && end <= text.length, JSON.stringify(text));
    assert.notEqual(key, '');
  }
}

describe('Any text', function () {
  // The machine may be busy; the work is bounded by its size.
  this.timeout(60_000);
  for (const { language, idiom, files } of readFlagSamples()) {
    it(`is read to its end without an error, from and to any place of a sample: ${language}, ${idiom}`, () => {
      for (const [path, text] of files) {
        const id = findLanguageOf(path);
        if (id === undefined) continue;
        const step = Math.max(1, Math.floor(text.length / 40));
        for (let place = 0; place <= text.length; place += step) {
          look(text.slice(0, place), id);
          look(text.slice(place), id);
        }
      }
    });
  }

  it('is read without an error when it is made of what is special in code', () => {
    const parts = [
      ...'\'"`\\/*${}()[]<>!?.,;=\n\r#@a1 :|&-+~%^'.split(''),
      ...'posthog.isFeatureEnabled( function class enum export import from => <div </ {{ }} <% %> <script> @if('.split(
        ' ',
      ),
      ...'""" \'\'\' <<~A do end def -> case return const key `${ // /* '.split(' '),
      '\u2028',
      '\uD83E',
      '\uDDEA',
    ];
    const random = randomNumbers();
    for (let round = 0; round < 2000; round++) {
      const length = Math.floor(random.next().value * 60);
      const text = Array.from(
        { length },
        () => parts[Math.floor(random.next().value * parts.length)] ?? '',
      ).join('');
      look(text, ids[round % ids.length] ?? '');
    }
  });

  it('is read without an error when it holds every character there is', () => {
    const pieces: string[] = [];
    for (let code = 0; code < 0x1_0000; code++) pieces.push(String.fromCharCode(code));
    for (const id of ids) look(`posthog.isFeatureEnabled('key'); ${pieces.join('')}`, id);
  });

  it('is divided into tokens that stand in order and inside it', () => {
    for (const { files } of readFlagSamples()) {
      for (const [path, text] of files) {
        const language = languages.find((each) => each.ids[0] === findLanguageOf(path));
        if (!language) continue;
        const { count, start, end } = tokenize(text, language);
        for (let token = 1; token < count; token++) {
          assert.ok((start[token] ?? 0) >= (start[token - 1] ?? 0), path);
          assert.ok((end[token] ?? 0) <= text.length, path);
        }
      }
    }
  });

  const mean: Record<string, string> = {
    'unclosed quotes': "'\\",
    'unclosed patterns': '=/[',
    'open brackets': '([{',
    'closing brackets': ')]}',
    'nested templates': '`${',
    'comments without end': '/*',
    'one word': 'a',
    'line ends': '\n',
    calls: "f('key'),",
    'unclosed calls': 'f(a,',
    assignments: 'a=',
    arrows: 'x=>',
    'open tags': '<a ',
    'elements in each other': '<A x={',
    'open code': '<% {{ @if(',
    'half a surrogate pair': '\uD83E',
  };

  /** Generous for a busy machine, and far from what square time would take on so many characters. */
  const boundMs = 8000;
  for (const [name, part] of Object.entries(mean)) {
    it(`is read in linear time when it is a long line of ${name}`, function () {
      this.timeout(100 * boundMs);
      const text = `posthog.isFeatureEnabled('key');'${part.repeat(Math.ceil(100_000 / part.length))}`;
      for (const id of [
        'typescriptreact',
        'vue',
        'python',
        'ruby',
        'csharp',
        'razor',
        'phoenix-heex',
        'dart',
      ]) {
        const startedMs = performance.now();
        look(text, id);
        assert.ok(performance.now() - startedMs < boundMs, id);
      }
    });
  }
});
