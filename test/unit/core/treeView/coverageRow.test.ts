import assert from 'node:assert/strict';
import { childRow, type ChildRow, type CodePlace } from '../../../../src/core/treeView/childRow';
import { coverageRow, type VariantBranch, type VariantUse } from '../../../../src/core/treeView/coverageRow';

const place = (line: number): CodePlace => ({
  uri: 'file:///w/a.ts',
  path: 'a.ts',
  line,
  column: 0,
  endLine: line,
  endColumn: 4,
  kind: 'branch',
});
const when = (outcomes: VariantBranch['outcomes'], line = 0, isNot = false): VariantBranch => ({
  outcomes,
  isNot,
  place: place(line),
});
const experiment = (...keys: string[]) => ({
  flagKey: 'new-nav',
  variants: keys.map((key) => ({ key, name: undefined, rolloutPercent: undefined })),
});
const row = (keys: string[], use: VariantUse | undefined) =>
  coverageRow(experiment(...keys), use, (id, { line }) => childRow(`${id}/${line}`, '', `Line ${line}`, ''));
const says = (made: ChildRow | undefined) => [
  made?.description,
  ...(made?.children ?? []).map(({ label, description }) => `${label}: ${description}`),
];

describe('Variants in the code', () => {
  it('are those the flag serves, each with the places that handle it', () => {
    const made = row(['control', 'test'], {
      branches: [when(['test'], 3), when(['test'], 9, true)],
      unknownReads: 0,
    });
    assert.deepEqual(says(made), ['2 of 2 handled', 'control: 1 place', 'test: 1 place']);
    assert.deepEqual(
      made?.children?.[1]?.children?.map(({ label }) => label),
      ['Line 3'],
    );
  });

  it('count what runs without a branch for the baseline', () => {
    const made = row(['control', 'test'], { branches: [when(['test'])], unknownReads: 0 });
    assert.deepEqual(says(made), ['2 of 2 handled', 'control: what runs without a branch', 'test: 1 place']);
  });

  it('say which nobody wrote code for, and which the code names in vain', () => {
    const made = row(['control', 'blue', 'green'], {
      branches: [when(['blue']), when(['grene'])],
      unknownReads: 0,
    });
    assert.deepEqual(says(made), [
      '2 of 3 handled · 1 not served',
      'control: what runs without a branch',
      'blue: 1 place',
      'green: no code of its own',
      'grene: in code, not served',
    ]);
    assert.deepEqual(
      made?.children?.map(({ tone }) => tone),
      [undefined, undefined, 'warning', 'warning'],
    );
  });

  it('are unknown where a value was not followed', () => {
    const made = row(['control', 'test'], { branches: [], unknownReads: 1 });
    assert.deepEqual(says(made), ['0 of 2 handled · 2 unknown', 'control: unknown', 'test: unknown']);
  });

  it('are all handled by a check of on, and none by one of off', () => {
    assert.equal(
      row(['control', 'test'], { branches: [when([true])], unknownReads: 0 })?.description,
      '2 of 2 handled',
    );
    const off = row(['control', 'test'], { branches: [when([true], 0, true)], unknownReads: 0 });
    assert.equal(off?.description, '1 of 2 handled');
  });

  it('are not spoken of without variants, reads or a look at the code', () => {
    assert.equal(row([], { branches: [when(['a'])], unknownReads: 0 }), undefined);
    assert.equal(row(['control'], { branches: [], unknownReads: 0 }), undefined);
    assert.equal(row(['control'], undefined), undefined);
  });
});
