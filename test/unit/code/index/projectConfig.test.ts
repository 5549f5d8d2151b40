import assert from 'node:assert/strict';
import {
  joinNames,
  noNames,
  readProjectConfig,
  readProjectId,
} from '../../../../src/code/index/projectConfig';

describe('.posthog.json', () => {
  it('names functions and clients', () => {
    const text = JSON.stringify({
      projectId: 1,
      additionalFlagFunctions: ['isOn', 'flags.isOn'],
      additionalClientNames: ['analytics'],
    });
    assert.deepEqual(readProjectConfig(text), {
      flagFunctions: ['isOn', 'flags.isOn'],
      clientNames: ['analytics'],
    });
  });

  it('says nothing when it is odd', () => {
    for (const text of ['', '{', 'null', '[]', '{"additionalFlagFunctions":"isOn"}'])
      assert.deepEqual(readProjectConfig(text), noNames, text);
    assert.deepEqual(readProjectConfig('{"additionalFlagFunctions":[1,"a b","ok"]}').flagFunctions, ['ok']);
  });

  it('names the project that the code belongs to', () => {
    assert.equal(readProjectId('{"projectId":42}'), 42);
    assert.equal(readProjectId('{"projectId":"42"}'), 42);
    for (const text of ['', '{', 'null', '{}', '{"projectId":0}', '{"projectId":1.5}', '{"projectId":"4 2"}'])
      assert.equal(readProjectId(text), undefined, text);
  });

  it('adds to the settings, each name once', () => {
    const one = { flagFunctions: ['a'], clientNames: ['c'] };
    assert.deepEqual(joinNames(one, { flagFunctions: ['a', 'b'], clientNames: [] }), {
      flagFunctions: ['a', 'b'],
      clientNames: ['c'],
    });
  });
});
