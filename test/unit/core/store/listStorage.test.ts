import assert from 'node:assert/strict';
import { listKey, parseList, serializeList } from '../../../../src/core/store/listStorage';
import { aDraft, anEnded, anExperiment } from '../../support/models';

const list = (count: number) => ({
  loadedMs: 1000,
  value: {
    experiments: Array.from({ length: count }, (_, id) => anExperiment({ id })),
    unreadable: 2,
  },
});

describe('The stored list', () => {
  it('comes back as it was', () => {
    const experiments = [anExperiment(), aDraft({ id: 2 }), anEnded({ id: 3, archived: true })];
    const before = { loadedMs: 1000, value: { experiments, unreadable: 2 } };
    const after = parseList(serializeList(before));
    assert.equal(after?.loadedMs, 1000);
    assert.equal(after.value.unreadable, 2);
    // Absent keys come back absent, which reads the same.
    assert.deepEqual(after.value.experiments, JSON.parse(JSON.stringify(experiments)));
    assert.equal(after.value.experiments[0]?.description, undefined);
  });

  it('is forgotten when another version wrote it', () => {
    const text = serializeList(list(1)) ?? '';
    const { version } = JSON.parse(text) as { version: number };
    const other = text.replace(`"version":${version}`, `"version":${version + 1}`);
    assert.notEqual(other, text);
    assert.equal(parseList(other), undefined);
  });

  it('is nothing when it is not there or garbage', () => {
    const text = serializeList(list(3)) ?? '';
    const garbage = [undefined, '', 'null', '7', '"text"', '[]', '{}', '{"version":1}', text.slice(0, -5)];
    for (const stored of garbage) assert.equal(parseList(stored), undefined);
    assert.equal(parseList('{"version":1,"experiments":{}}'), undefined);
  });

  it('is kept whole or not at all', () => {
    assert.equal(parseList(serializeList(list(2000)))?.value.experiments.length, 2000);
    assert.equal(serializeList(list(2001)), undefined);
  });

  it('has a key fit for a file name, of its own for each account and project', () => {
    assert.equal(listKey('environment-https://eu.posthog.com', 42), 'environment-https___eu_posthog_com-42');
    const keys = [listKey('ada', 1), listKey('ada', 2), listKey('bob', 1)];
    assert.equal(new Set(keys).size, 3);
    assert.match(listKey('../../etc/passwd', 1), /^[A-Za-z0-9_-]+$/);
  });
});
