import assert from 'node:assert/strict';
import { csvText } from '../../../../src/core/export/csvText';

describe('Rows as CSV', () => {
  it('end with CR LF and quote what must be quoted', () => {
    assert.equal(
      csvText([
        ['a', 'b,c', 'say "hi"', 'two\nlines'],
        [undefined, true, '', 'é'],
      ]),
      'a,"b,c","say ""hi""","two\nlines"\r\n,true,,é\r\n',
    );
  });

  it('write numbers at full precision, and none that are none', () => {
    assert.equal(
      csvText([[0.1 + 0.2, -8.49e-7, -0.0849, Number.NaN, Number.POSITIVE_INFINITY]]),
      '0.30000000000000004,-8.49e-7,-0.0849,,\r\n',
    );
  });

  it('keep a spreadsheet from taking a name for a formula', () => {
    for (const name of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])
      assert.match(csvText([[name]]), /^"?'/, name);
    assert.equal(csvText([['a=b']]), 'a=b\r\n');
  });
});
