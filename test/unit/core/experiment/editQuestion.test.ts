import assert from 'node:assert/strict';
import { describeConflict, editQuestion, editWarnings } from '../../../../src/core/experiment/editQuestion';
import { anEnded, anExperiment } from '../../support/models';

const at = (day: number) => new Date(2026, 2, day, 9, 30).getTime();
const nowMs = at(10);
const running = anExperiment({ name: 'Old', startMs: at(2), description: undefined });
const ended = anEnded({ startMs: at(2), endMs: at(9), conclusion: 'won' });
const warn = (edits: Parameters<typeof editWarnings>[1], experiment = running) =>
  editWarnings(experiment, edits, nowMs).join(' ');

describe('The question before changes are saved', () => {
  it('says each change, from what to what, and who sees it', () => {
    const edits = { name: 'New', description: 'Because' };
    const question = editQuestion(running, edits, { projectName: 'Web', nowMs });
    assert.equal(question.message, 'Save 2 changes to “Old”?');
    assert.match(question.detail, /^Name: “Old” → “New”$/m);
    assert.match(question.detail, /^Description: none → “Because”$/m);
    assert.match(question.detail, /Everyone in Web sees this/);
    assert.match(
      editQuestion(running, { name: 'New' }, { projectName: 'Web', nowMs }).message,
      /1 change to/,
    );
  });

  it('warns that another start begins the daily results anew, and what counts then', () => {
    assert.match(warn({ start: '2026-03-01' }), /begin anew.*also before the launch/);
    assert.match(warn({ start: '2026-03-05' }), /begin anew.*before the new start no longer counts/);
    assert.match(warn({ start: '2026-03-20' }), /begin anew.*lies ahead/);
    assert.equal(warn({ name: 'New' }), '');
  });

  it('warns that an end ends the experiment, even one that lies ahead', () => {
    assert.match(warn({ end: '2026-03-09' }), /This ends the experiment.*stays as it is.*no longer counts/);
    assert.match(warn({ end: '2026-03-20' }), /This ends the experiment.*ended from now on/);
    assert.doesNotMatch(warn({ end: '2026-03-08' }, ended), /This ends/);
  });

  it('warns that without its end the experiment runs again, and loses its conclusion', () => {
    assert.match(warn({ end: '' }, ended), /runs again, and its conclusion “Won” is removed/);
    assert.match(warn({ end: '' }, anEnded({ startMs: at(2), endMs: at(9) })), /runs again\./);
  });

  it('makes untrusted text inert', () => {
    const hostile = anExperiment({ name: '[x](command:y)' });
    const { message, detail } = editQuestion(hostile, { name: '$(trash)' }, { projectName: 'Web', nowMs });
    assert.doesNotMatch(message + detail, /\]\(command|\$\(trash/);
  });
});

describe('A conflict of edits', () => {
  it('names what somebody else changed to something else', () => {
    const now = { ...running, name: 'Theirs', description: 'Theirs too' };
    assert.match(
      describeConflict(running, now, { name: 'Mine' }) ?? '',
      /changed: Name to “Theirs”\. What you/,
    );
    const both = describeConflict(running, now, { name: 'Mine', description: 'Mine' }) ?? '';
    assert.match(both, /Name to “Theirs”; Description to “Theirs too”/);
  });

  it('is none where others changed other fields, or the same to the same', () => {
    const now = { ...running, name: 'Theirs' };
    assert.equal(describeConflict(running, now, { description: 'Mine' }), undefined);
    assert.equal(describeConflict(running, now, { name: 'Theirs' }), undefined);
    assert.equal(describeConflict(running, running, { name: 'Mine' }), undefined);
  });
});
