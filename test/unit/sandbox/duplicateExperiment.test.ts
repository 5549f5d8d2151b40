import assert from 'node:assert/strict';
import { invalidBody } from './invalidBody';
import { metricsIn, openSandbox } from './sandboxClient';

describe('sandbox: duplicate', () => {
  it('makes a draft with the new key, the variants of the source and new uuids', async () => {
    const { named, written } = openSandbox();
    const source = await named('Express payment on the product page');
    const copy = await written('POST', `${source.id}/duplicate/`, {
      feature_flag_key: 'express-pay-2',
      name: 'Express, once more',
    });
    assert.deepEqual([copy.name, copy.status, copy.conclusion], ['Express, once more', 'draft', null]);
    assert.notEqual(copy.feature_flag.id, source.feature_flag.id);
    assert.equal(copy.feature_flag.active, false);
    assert.deepEqual(
      copy.feature_flag.filters.multivariate?.variants,
      source.feature_flag.filters.multivariate?.variants,
    );
    const uuids = [...metricsIn(source), ...metricsIn(copy)].map((metric) => metric.uuid);
    assert.equal(new Set(uuids).size, 4);
    assert.deepEqual(
      copy.primary_metrics_ordered_uuids,
      copy.metrics.map((metric) => metric.uuid),
    );
  });

  it('keeps links to shared metrics', async () => {
    const { named, written } = openSandbox();
    const source = await named('Checkout button colour');
    const copy = await written('POST', `${source.id}/duplicate/`, { feature_flag_key: 'colour-2' });
    assert.deepEqual(
      copy.saved_metrics.map((link) => link.saved_metric),
      source.saved_metrics.map((link) => link.saved_metric),
    );
    assert.notEqual(copy.saved_metrics[0]?.id, source.saved_metrics[0]?.id);
  });

  it('shares the flag when no other key is sent', async () => {
    const { named, written } = openSandbox();
    const source = await named('Homepage hero');
    for (const body of [{}, { feature_flag_key: 'homepage-hero' }]) {
      const copy = await written('POST', `${source.id}/duplicate/`, body);
      assert.deepEqual(copy.feature_flag, source.feature_flag);
    }
  });

  it('links a flag that exists, with its own variants', async () => {
    const { named, written } = openSandbox();
    const [source, other] = await Promise.all([named('Homepage hero'), named('Search suggestions')]);
    const copy = await written('POST', `${source.id}/duplicate/`, { feature_flag_key: 'search-suggestions' });
    assert.deepEqual(copy.feature_flag, other.feature_flag);
  });

  it('counts copies in the name', async () => {
    const { named, written } = openSandbox();
    const { id } = await named('Homepage hero');
    const names = [];
    for (const key of ['a', 'b', 'c']) {
      names.push((await written('POST', `${id}/duplicate/`, { feature_flag_key: key })).name);
    }
    assert.deepEqual(names, ['Homepage hero (Copy)', 'Homepage hero (Copy) 1', 'Homepage hero (Copy) 2']);
  });

  it('refuses blank and impossible keys, long names and legacy metrics', async () => {
    const { ask, list, named } = openSandbox();
    const { id } = await named('Homepage hero');
    const before = (await list()).count;
    const refusal = async (body: object, of = id) => {
      const answer = await ask('POST', `${of}/duplicate/`, body);
      assert.equal(answer.status, 400);
      return answer.body;
    };
    assert.deepEqual(
      await refusal({ feature_flag_key: '' }),
      invalidBody('This field may not be blank.', 'feature_flag_key', 'blank'),
    );
    assert.deepEqual(
      await refusal({ feature_flag_key: 'a b' }),
      invalidBody('Only letters, numbers, hyphens (-) & underscores (_) are allowed.', 'key', 'invalid_key'),
    );
    const tooLong = invalidBody('Ensure this field has no more than 400 characters.', 'name', 'max_length');
    assert.deepEqual(await refusal({ feature_flag_key: 'a', name: 'x'.repeat(401) }), tooLong);
    const [long] = (await list('?search=Product card')).results;
    assert.equal(long?.name.length, 400);
    assert.deepEqual(await refusal({ feature_flag_key: 'a' }, long.id), tooLong);
    const legacy = await named('Guest checkout');
    assert.deepEqual(await refusal({ feature_flag_key: 'a' }, legacy.id), {
      detail: 'Duplication is not supported for experiments using legacy metrics.',
    });
    assert.equal((await list()).count, before);
  });

  it('takes no name and keeps uuids on the oldest server', async () => {
    const { named, written } = openSandbox({ era: 'B' });
    const source = await named('Homepage hero');
    const copy = await written('POST', `${source.id}/duplicate/`, { feature_flag_key: 'b', name: 'Mine' });
    assert.equal(copy.name, 'Homepage hero (Copy)');
    assert.deepEqual(
      copy.metrics.map((metric) => metric.uuid),
      source.metrics.map((metric) => metric.uuid),
    );
  });

  it('leaves tags, exclusions and the holdout behind', async () => {
    const { named, written } = openSandbox();
    const source = await named('Homepage hero');
    await written('PATCH', `${source.id}/`, { tags: ['q4'], excluded_variants: ['film'] });
    const copy = await written('POST', `${source.id}/duplicate/`, { feature_flag_key: 'b' });
    assert.deepEqual([copy.tags, copy['excluded_variants'], copy['holdout_id']], [[], null, null]);
  });
});
