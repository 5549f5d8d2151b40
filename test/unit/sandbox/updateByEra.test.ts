import assert from 'node:assert/strict';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { type Experiment, openSandbox } from './sandboxClient';

const sharesOf = ({ feature_flag: flag }: Experiment) =>
  flag.filters.multivariate?.variants.map((variant) => [variant.key, variant.rollout_percentage]);
const three = [
  { key: 'control', rollout_percentage: 20 },
  { key: 'paper', rollout_percentage: 30 },
  { key: 'cloth', rollout_percentage: 50 },
];

async function openDraft(era: EraName) {
  const open = openSandbox({ era });
  const { id } = await open.named('Gift wrapping option');
  return { ...open, path: `${id}/` };
}

describe('sandbox: PATCH by generation', () => {
  it('a draft passes its configuration on to the flag', async () => {
    for (const era of eraNames) {
      const { written, path } = await openDraft(era);
      const changed = await written('PATCH', path, { parameters: { feature_flag_variants: three } });
      assert.deepEqual(sharesOf(changed), [
        ['control', 20],
        ['paper', 30],
        ['cloth', 50],
      ]);
      assert.equal(changed.parameters.feature_flag_variants.length, 3, era);
    }
  });

  it('parameters without variants reset the flag of a draft, until the flag keeps what is not sent', async () => {
    for (const era of eraNames) {
      const { written, path } = await openDraft(era);
      await written('PATCH', path, { parameters: { feature_flag_variants: three } });
      const after = await written('PATCH', path, { parameters: { variant_notes: { paper: 'brown' } } });
      const isKept = era === 'E' || era === 'F';
      assert.equal(sharesOf(after)?.length, isKept ? 3 : 2, era);
      assert.deepEqual(after.parameters['variant_notes'], { paper: 'brown' });
    }
  });

  it('what a launched experiment sends of its flag comes to nothing unless meant', async () => {
    const shares = { control: 40, photo: 20, film: 20, search: 20 };
    const parameters = {
      feature_flag_variants: Object.entries(shares).map(([key, rollout_percentage]) => ({
        key,
        rollout_percentage,
      })),
    };
    for (const era of ['B', 'C', 'D'] as const) {
      const { named, written, retrieve } = openSandbox({ era });
      const { id } = await named('Homepage hero');
      const plain = await written('PATCH', `${id}/`, { parameters });
      assert.deepEqual(sharesOf(plain)?.[0], ['control', 25], era);
      // The copy is what was sent, so long as it is one.
      const shown = (await retrieve(id)).parameters.feature_flag_variants[0]?.rollout_percentage;
      assert.equal(shown, era === 'D' ? 25 : 40);
      const meant = await written('PATCH', `${id}/`, { parameters, update_feature_flag_params: true });
      assert.deepEqual(sharesOf(meant)?.[0], ['control', era === 'B' ? 25 : 40]);
    }
  });

  it('a feature_flag that is an echo, or says nothing, is ignored', async () => {
    const { named, written } = openSandbox();
    const hero = await named('Homepage hero');
    for (const feature_flag of [{ ...hero.feature_flag, filters: {} }, { key: 'homepage-hero' }, null]) {
      const after = await written('PATCH', `${hero.id}/`, { feature_flag });
      assert.deepEqual(sharesOf(after), sharesOf(hero));
    }
  });

  it('the whole parameters of an answer can be sent back', async () => {
    const { named, written } = openSandbox();
    const hero = await named('Homepage hero');
    const after = await written('PATCH', `${hero.id}/`, { parameters: hero.parameters });
    assert.deepEqual(after.parameters, hero.parameters);
  });

  it('feature_flag keeps what it does not say', async () => {
    const { written, path } = await openDraft('F');
    await written('PATCH', path, {
      feature_flag: {
        filters: {
          multivariate: { variants: three },
          groups: [{ properties: [], rollout_percentage: 70 }],
          payloads: { paper: '"brown"' },
        },
        ensure_experience_continuity: true,
      },
    });
    const after = await written('PATCH', path, {
      feature_flag: { filters: { groups: [{ rollout_percentage: 60 }] } },
    });
    assert.equal(sharesOf(after)?.length, 3);
    assert.equal(after.parameters.rollout_percentage, 60);
    assert.deepEqual(after.parameters['feature_flag_payloads'], { paper: '"brown"' });
    assert.equal(after.parameters['ensure_experience_continuity'], true);
  });

  it('type can be changed on the oldest only', async () => {
    const { named, written } = openSandbox({ era: 'B' });
    const { id } = await named('Homepage hero');
    assert.equal((await written('PATCH', `${id}/`, { type: 'web' }))['type'], 'web');
  });

  it('tags are lower-cased, replaced, cleared, and kept when not sent', async () => {
    const { named, written, list } = openSandbox();
    const { id } = await named('Homepage hero');
    const tags = async (body: object) => (await written('PATCH', `${id}/`, body)).tags;
    assert.deepEqual(await tags({ tags: ['Growth', 'growth', 'Q4'] }), ['growth', 'q4']);
    assert.deepEqual(await tags({ name: 'Hero' }), ['growth', 'q4']);
    assert.equal((await list('?tags=["growth"]')).count, 1);
    assert.deepEqual(await tags({ tags: [] }), []);
  });

  it('a holdout is set on drafts, and on their flag', async () => {
    const { written, path } = await openDraft('F');
    const after = await written('PATCH', path, { holdout_id: 3 });
    assert.deepEqual(after.feature_flag.filters['holdout'], { id: 3, exclusion_percentage: 10 });
    assert.equal(after['holdout_id'], 3);
    const free = await written('PATCH', path, { holdout_id: null });
    assert.deepEqual([free['holdout'], free.feature_flag.filters['holdout']], [null, null]);
  });

  it('links to shared metrics that stay are the same links', async () => {
    const { named, written } = openSandbox();
    const before = await named('Checkout button colour');
    const [link] = before.saved_metrics;
    assert.ok(link);
    const after = await written('PATCH', `${before.id}/`, {
      saved_metrics_ids: [{ id: link.saved_metric, metadata: { type: 'primary' } }],
    });
    assert.equal(after.saved_metrics[0]?.id, link.id);
    assert.deepEqual(after.saved_metrics[0]?.['metadata'], { type: 'primary' });
  });
});
