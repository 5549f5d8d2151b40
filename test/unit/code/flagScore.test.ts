import assert from 'node:assert/strict';
import { FolderProjects } from '../../../src/code/index/folderProjects';
import { namesModules, readModuleNames } from '../../../src/code/index/moduleNames';
import { noNames } from '../../../src/code/index/projectConfig';
import { findLanguageOf } from '../../../src/code/language/languages';
import { readFacts } from '../../../src/code/readFacts';
import { type FlagSample, readFlagSamples } from '../support/flagSamples';

/** What the finder must reach on all samples together, and in each language. */
const minRecall = 0.99;
const minPrecision = 0.99;
const minOfLanguage = 0.95;

class Score {
  labels = 0;
  hits = 0;
  found = 0;

  add({ labels, hits, found }: Score): void {
    this.labels += labels;
    this.hits += hits;
    this.found += found;
  }

  get recall(): number {
    return this.labels === 0 ? 1 : this.hits / this.labels;
  }

  get precision(): number {
    return this.found === 0 ? 1 : this.hits / this.found;
  }
}

const samples = readFlagSamples().map((sample) => ({ sample, ...scoreOf(sample) }));

describe('The finder on the labelled samples, without being told keys', () => {
  const total = new Score();
  const byLanguage = new Map<string, Score>();
  for (const { sample, score } of samples) {
    total.add(score);
    const ofLanguage = byLanguage.get(sample.language) ?? new Score();
    ofLanguage.add(score);
    byLanguage.set(sample.language, ofLanguage);
  }

  before('says how it does by language and idiom', () => {
    const rows = [...byLanguage].flatMap(([language, score]) => [
      row(language, score),
      ...samples
        .filter(({ sample }) => sample.language === language)
        .map(({ sample, ...each }) => row(`  ${sample.idiom}`, each.score)),
    ]);
    const head = `${'language, idiom'.padEnd(28)} labels recall precision`;
    process.stdout.write(`${[head, ...rows, row('all', total)].join('\n')}\n`);
  });

  const missed = samples.flatMap((each) => each.missed);
  const wrong = samples.flatMap((each) => each.wrong);

  it(`finds at least ${100 * minRecall} % of what is marked`, () => {
    assert.ok(total.labels >= 400, `${total.labels} labels`);
    assert.ok(total.recall >= minRecall, `recall ${total.recall}, missed ${missed.join(', ')}`);
  });

  it(`finds little else: ${100 * minPrecision} % of what it finds is marked`, () => {
    assert.ok(total.precision >= minPrecision, `precision ${total.precision}, wrong ${wrong.join(', ')}`);
  });

  for (const [language, { recall, precision }] of byLanguage) {
    it(`does not fail in ${language}`, () => {
      assert.ok(recall >= minOfLanguage, `recall ${recall}`);
      assert.ok(precision >= minOfLanguage, `precision ${precision}`);
    });
  }
});

function scoreOf({ files, labels }: FlagSample) {
  const projects = new FolderProjects();
  for (const [path, text] of files) {
    const facts = readFacts(text, findLanguageOf(path) ?? '');
    if (facts) projects.set(path, facts);
  }
  const modules = readModuleNames([...files.keys()].filter(namesModules), (path) => files.get(path));
  projects.configure(modules, noNames, new Map());
  const wanted = labels.map(({ file, line, column, key }) => `${file}:${line}:${column} ${key}`);
  const found = [...files].flatMap(([path, text]) =>
    projects
      .projectOf(path)
      .referencesIn(path)
      .filter(({ key }) => key !== undefined)
      .map(({ key, start }) => {
        const lines = text.slice(0, start).split('\n');
        return `${path}:${lines.length}:${lines.at(-1)?.length ?? 0} ${key}`;
      }),
  );
  const score = new Score();
  score.labels = wanted.length;
  score.found = found.length;
  score.hits = wanted.filter((place) => found.includes(place)).length;
  return {
    score,
    missed: wanted.filter((place) => !found.includes(place)),
    wrong: found.filter((place) => !wanted.includes(place)),
  };
}

function row(name: string, { labels, recall, precision }: Score): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(6);
  return `${name.padEnd(28)} ${String(labels).padStart(6)} ${percent(recall)} ${percent(precision)}`;
}
