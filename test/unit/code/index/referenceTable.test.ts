import assert from 'node:assert/strict';
import type { CodeReference } from '../../../../src/code/index/indexMessages';
import { ReferenceTable } from '../../../../src/code/index/referenceTable';

const at = (key: string | undefined, line: number): CodeReference => ({
  key,
  kind: 'call',
  line,
  column: 0,
  endLine: line,
  endColumn: 3,
  call: 'isOn',
});

describe('The table of references', () => {
  it('tells the places of a key by file and line', () => {
    const table = new ReferenceTable();
    table.put([
      ['0/b.ts', [at('k', 1)]],
      ['0/a.ts', [at('k', 2), at('k', 9), at(undefined, 10)]],
    ]);
    assert.deepEqual(
      table.ofKey('k').map(({ path, reference }) => `${path}:${reference.line}`),
      ['0/a.ts:2', '0/a.ts:9', '0/b.ts:1'],
    );
    assert.deepEqual([...table.keys()], ['k']);
    assert.equal(table.inFile('0/a.ts').length, 3);
  });

  it('forgets a file that has none any more', () => {
    const table = new ReferenceTable();
    table.put([['0/a.ts', [at('k', 1)]]]);
    assert.equal(table.ofKey('k').length, 1);
    table.put([['0/a.ts', []]]);
    assert.deepEqual(table.ofKey('k'), []);
    assert.deepEqual([...table.keys()], []);
  });
});
