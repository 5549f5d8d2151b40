import assert from 'node:assert/strict';
import {
  changedFields,
  editFields,
  editProblem,
  fieldProblem,
  fieldText,
  patchOf,
} from '../../../../src/core/experiment/editFields';
import { aDetail, aDraft, anEnded, anExperiment } from '../../support/models';

const at = (day: number, hours = 9, minutes = 30) => new Date(2026, 2, day, hours, minutes).getTime();
const iso = (timeMs: number) => new Date(timeMs).toISOString();
const dates = { startMs: at(2), endMs: undefined };

describe('The fields of an experiment that can be edited', () => {
  it('are those that PostHog lets be changed', () => {
    assert.deepEqual(editFields(aDraft()), ['name', 'description']);
    assert.deepEqual(editFields(anExperiment()), ['name', 'description', 'start', 'end']);
    assert.deepEqual(editFields(anEnded()), ['name', 'description', 'start', 'end']);
    assert.deepEqual(editFields(anEnded({ isLegacy: true })), ['name', 'description', 'end']);
  });

  it('stand in one line each, a description with its line breaks', () => {
    const experiment = anExperiment({ ...dates, description: 'First\nSecond\r\nThird' });
    assert.equal(fieldText(experiment, 'description'), 'First ⏎ Second ⏎ Third');
    assert.equal(fieldText(experiment, 'start'), '2026-03-02 09:30');
    assert.equal(fieldText(experiment, 'end'), '');
  });

  it('are changed only where something else stands', () => {
    const experiment = anExperiment({ ...dates, description: 'First\nSecond', startMs: at(2) + 17_123 });
    const same = {
      name: ` ${experiment.name} `,
      description: 'First ⏎ Second',
      start: '2026-03-02 09:30',
      end: '',
    };
    assert.deepEqual(changedFields(experiment, same), []);
    assert.deepEqual(changedFields(experiment, { ...same, end: '2026-03-09 09:30' }), ['end']);
    assert.deepEqual(changedFields(experiment, { description: '' }), ['description']);
  });

  it('refuse what PostHog would refuse, or would take without a word', () => {
    assert.match(fieldProblem('name', ' ') ?? '', /name/);
    assert.match(fieldProblem('description', 'x'.repeat(3001)) ?? '', /3000/);
    assert.match(fieldProblem('start', '') ?? '', /such as 2026-03-02 09:30/);
    assert.match(fieldProblem('end', 'soon') ?? '', /such as 2026-03-02 09:30/);
    assert.equal(fieldProblem('end', ''), undefined);
    assert.equal(fieldProblem('description', ''), undefined);
  });

  it('refuse an end that is not after the start, whichever of them is edited', () => {
    const ended = anEnded({ startMs: at(2), endMs: at(9) });
    assert.match(editProblem(ended, { end: '2026-03-02 09:30' }) ?? '', /after the start/);
    assert.match(editProblem(ended, { start: '2026-03-10' }) ?? '', /after the start/);
    assert.equal(editProblem(ended, { start: '2026-03-10', end: '2026-03-11' }), undefined);
    assert.equal(editProblem(ended, { end: '' }), undefined);
    const odd = anEnded({ startMs: at(9), endMs: at(2) });
    assert.equal(editProblem(odd, { name: 'Another' }), undefined, 'dates that nobody touched');
  });
});

describe('The request for edits', () => {
  it('sends what changed and nothing else', () => {
    const detail = aDetail({ ...dates, name: 'Old', description: 'Why' });
    assert.deepEqual(patchOf(detail, { name: ' New ', description: 'Why', start: '2026-03-02 09:30' }), {
      name: 'New',
    });
    assert.deepEqual(patchOf(detail, { description: 'First ⏎ Second' }), { description: 'First\nSecond' });
    assert.deepEqual(patchOf(detail, { start: '2026-03-01 08:00', end: '2026-03-09' }), {
      start_date: iso(at(1, 8, 0)),
      end_date: iso(at(9, 0, 0)),
    });
  });

  it('takes the conclusion away with the end, except from legacy experiments, which refuse that', () => {
    const ended = { startMs: at(2), endMs: at(9), conclusion: 'won' as const };
    assert.deepEqual(patchOf(aDetail(ended), { end: '' }), {
      end_date: null,
      conclusion: null,
      conclusion_comment: null,
    });
    assert.deepEqual(patchOf(aDetail({ ...ended, isLegacy: true }), { end: '' }), { end_date: null });
    assert.deepEqual(patchOf(aDetail({ ...ended, conclusion: undefined }), { end: '' }), { end_date: null });
  });

  it('sends the version and what was read of these fields to servers that have one', () => {
    const detail = aDetail({ ...dates, name: 'Old', description: undefined, version: 7 });
    assert.deepEqual(patchOf(detail, { name: 'New', description: 'Why', end: '2026-03-09 09:30' }), {
      name: 'New',
      description: 'Why',
      end_date: iso(at(9)),
      version: 7,
      original_experiment: { name: 'Old', end_date: null },
    });
  });
});
