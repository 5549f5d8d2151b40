import assert from 'node:assert/strict';
import { endpoint } from '../../../../src/core/api/endpoint';

const template = '/api/projects/:project/query/:query/';

describe('A request to an endpoint', () => {
  it('has the ids in its path, escaped, and their names in its template', () => {
    assert.deepEqual(endpoint('GET', template, { project: 42, query: 'a/../b?c#d' }), {
      method: 'GET',
      path: '/api/projects/42/query/a%2F..%2Fb%3Fc%23d/',
      template,
    });
  });

  it('has what it is asked with, but nothing that is not known', () => {
    const query = { a: 0, b: false, c: '', d: undefined, 'e&f': 'g h' };
    assert.equal(endpoint('GET', '/api/', {}, { query }).path, '/api/?a=0&b=false&c=&e%26f=g+h');
    assert.equal(endpoint('GET', '/api/', {}, { query: { d: undefined } }).path, '/api/');
  });

  it('has a body when there is one, also an empty one', () => {
    assert.deepEqual(endpoint('POST', '/api/', {}, { body: {} }).body, {});
    assert.equal('body' in endpoint('POST', '/api/'), false);
  });
});
