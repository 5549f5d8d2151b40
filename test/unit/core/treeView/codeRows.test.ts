import assert from 'node:assert/strict';
import { codeRows, type KnownCode, unclaimedRow } from '../../../../src/core/treeView/codeRows';
import type { ChildRow, CodePlace } from '../../../../src/core/treeView/childRow';
import { aDraft, anEnded, anExperiment } from '../../support/models';

const place = (path: string, line: number, kind = 'call'): CodePlace => ({
  uri: `file:///w/${path}`,
  path,
  line,
  column: 4,
  endLine: line,
  endColumn: 9,
  kind,
});
const code = (places: Readonly<Record<string, readonly CodePlace[]>>, isComplete = true): KnownCode => ({
  isComplete,
  placesOf: (key) => places[key] ?? [],
  keys: () => Object.keys(places),
  variantsOf: () => undefined,
});
const labels = (rows: readonly ChildRow[] | undefined) =>
  rows?.map(({ label, description }) => [label, description].filter(Boolean).join(' — '));

describe('Code references below an experiment', () => {
  const experiment = anExperiment({ flagKey: 'new-nav' });

  it('are counted, and each opens its place', () => {
    const [row, ...others] = codeRows(
      experiment,
      code({ 'new-nav': [place('flags.ts', 0, 'definition'), place('src/nav.ts', 11)] }),
    );
    assert.equal(others.length, 0);
    assert.equal(row?.label, 'Code references (2)');
    assert.equal(row?.spoken, 'Code references, 2 references in 2 files');
    assert.deepEqual(labels(row?.children), ['flags.ts:1 — definition', 'nav.ts:12 — src']);
    assert.equal(row?.children?.[1]?.place?.line, 11);
  });

  it('are shown file by file when they are many', () => {
    const places = [...Array.from({ length: 8 }, (_, line) => place('src/nav.ts', line)), place('b.ts', 3)];
    const [row] = codeRows(experiment, code({ 'new-nav': places }));
    assert.deepEqual(labels(row?.children), ['nav.ts (8) — src', 'b.ts']);
    assert.deepEqual(labels(row?.children?.[1]?.children), ['Line 4']);
    const ids = row?.children?.flatMap((file) => [file.id, ...(file.children ?? []).map(({ id }) => id)]);
    assert.equal(new Set(ids).size, ids?.length);
  });

  it('that are missing are told of a running experiment, once everything was looked through', () => {
    const missing = (each: typeof experiment, isComplete = true) =>
      labels(codeRows(each, code({}, isComplete)));
    assert.deepEqual(missing(experiment), ['Flag not found in this workspace']);
    assert.equal(codeRows(experiment, code({}))[0]?.tone, undefined);
    assert.deepEqual(missing(experiment, false), []);
    assert.deepEqual(missing(aDraft()), []);
    assert.deepEqual(missing(anEnded()), []);
    assert.deepEqual(codeRows(experiment, undefined), []);
  });
});

describe('Code that was not looked through to its end', () => {
  const experiment = anExperiment({ flagKey: 'new-nav' });
  const failed: KnownCode = { ...code({}, false), lack: { kind: 'failed', message: 'No such folder.' } };
  const cut = (places: Parameters<typeof code>[0]): KnownCode => ({
    ...code(places),
    lack: { kind: 'cut', files: 10_000 },
  });

  it('is said to have failed, and why', () => {
    const [row, ...others] = codeRows(experiment, failed);
    assert.equal(others.length, 0);
    assert.equal(row?.label, 'Code could not be looked through');
    assert.match(row?.tooltip ?? '', /No such folder\./);
  });

  it('is said to be cut off, instead of that a flag is missing, beside what was found, and in the group', () => {
    const limit = 'Only 10,000 files were looked through';
    assert.deepEqual(labels(codeRows(experiment, cut({}))), [limit]);
    const found = cut({ 'new-nav': [place('a.ts', 1)] });
    assert.deepEqual(labels(codeRows(experiment, found)), ['Code references (1)', limit]);
    assert.equal(unclaimedRow(found, () => false)?.children?.at(-1)?.label, limit);
  });
});

describe('Flags without an experiment', () => {
  it('are listed with their places', () => {
    const known = code({
      b: [place('b.ts', 1)],
      a: [place('a.ts', 1), place('a.ts', 2)],
      mine: [place('c.ts', 1)],
    });
    const row = unclaimedRow(known, (key) => key === 'mine');
    assert.equal(row?.description, '2');
    assert.deepEqual(labels(row?.children), ['a — 2 references', 'b — 1 reference']);
    assert.deepEqual(labels(row?.children?.[0]?.children), ['a.ts:2', 'a.ts:3']);
  });

  it('are no row when there are none', () => {
    assert.equal(
      unclaimedRow(code({ mine: [place('c.ts', 1)] }), () => true),
      undefined,
    );
    assert.equal(
      unclaimedRow(undefined, () => false),
      undefined,
    );
  });
});
