import assert from 'node:assert/strict';
import { allFlags, type FlagsContent, type FlagRowView } from '../../../src/shared/panelFlags';
import { countWords, emptyWords, flagNotes, isFiltered } from '../../../webview/sections/flagWords';

const row: FlagRowView = {
  id: 1,
  key: 'button',
  name: '',
  active: true,
  variants: [],
  rolloutPercent: 100,
  owner: undefined,
  runtime: undefined,
  tags: [],
  createdDay: undefined,
  changedDay: undefined,
  experiments: [],
};

function content(rows: number, parts: Partial<FlagsContent> = {}): FlagsContent {
  return {
    projectName: 'Web',
    rows: Array.from({ length: rows }, () => row),
    firstRow: 0,
    matching: rows,
    read: rows,
    count: rows,
    unread: 0,
    unreadable: 0,
    source: 'eligible',
    owners: [],
    tags: [],
    hasWebApp: true,
    ...parts,
  };
}

const tagged = { ...allFlags, tag: 'beta' };

describe('What the page of flags says', () => {
  it('says which rows these are of how many', () => {
    const part = { matching: 100, read: 100, count: 1340, unread: 1240 };
    assert.equal(countWords(content(50, part), allFlags), '1–50 of 1,340');
    assert.equal(countWords(content(50, { ...part, firstRow: 50 }), allFlags), '51–100 of 1,340');
    assert.equal(countWords(content(7), allFlags), '1–7 of 7');
  });

  it('counts what can be seen once all was read, not what could not be understood', () => {
    const whole = { firstRow: 50, matching: 98, read: 98, count: 100, unreadable: 2 };
    assert.equal(countWords(content(48, whole), allFlags), '51–98 of 98');
  });

  it('does not call flags with variants eligible before they were looked at', () => {
    const part = { matching: 80, read: 80, count: 340, unread: 240, source: 'all' } as const;
    assert.equal(
      countWords(content(50, part), allFlags),
      '1–50 of 80 found so far, 240 flags not looked at yet',
    );
  });

  it('says how much was looked through for a tag', () => {
    const part = { read: 100, count: 340, unread: 240 };
    assert.equal(
      countWords(content(3, part), tagged),
      '3 of the 100 flags read have the tag “beta”, 240 not read yet.',
    );
    assert.equal(
      countWords(content(1, part), tagged),
      '1 of the 100 flags read has the tag “beta”, 240 not read yet.',
    );
    assert.equal(countWords(content(3, { read: 340 }), tagged), '3 of 340 flags have the tag “beta”.');
    assert.equal(
      countWords(content(10, { read: 340, matching: 60, firstRow: 50 }), tagged),
      '60 of 340 flags have the tag “beta”. These are 51–60.',
    );
  });

  it('says why there is nothing, and whether that is all', () => {
    assert.equal(emptyWords(content(1), allFlags), undefined);
    assert.match(emptyWords(content(0), allFlags) ?? '', /two or more variants, the first called control/);
    assert.equal(emptyWords(content(0), { ...allFlags, search: 'x' }), 'No flag matches.');
    assert.equal(
      emptyWords(content(0, { read: 100, unread: 40 }), tagged),
      'None of the flags read so far has the tag.',
    );
    assert.equal(emptyWords(content(0, { read: 100 }), tagged), 'No flag of this list has the tag.');
  });

  it('says where the list comes from when it is not PostHog’s own, and what is missing', () => {
    assert.deepEqual(flagNotes(content(1)), []);
    const notes = flagNotes(content(1, { source: 'all', unreadable: 2 }));
    assert.match(notes[0] ?? '', /chosen from all flags with variants/);
    assert.match(notes[1] ?? '', /^2 flags could not be read/);
  });

  it('knows when anything is filtered', () => {
    assert.equal(isFiltered({ ...allFlags, search: '  ', order: 'key', page: 3 }), false);
    assert.equal(isFiltered({ ...allFlags, search: 'a' }), true);
    assert.equal(isFiltered({ ...allFlags, active: false }), true);
    assert.equal(isFiltered(tagged), true);
  });
});
