import assert from 'node:assert/strict';
import * as v from 'valibot';
import { type EraName, eraNames } from '../../../src/sandbox/era';
import { invalidBody } from './invalidBody';
import { openSandbox } from './sandboxClient';

const item = v.looseObject({
  id: v.number(),
  name: v.string(),
  start_date: v.nullable(v.string()),
  end_date: v.nullable(v.string()),
  created_by: v.looseObject({ id: v.number(), first_name: v.string(), email: v.string() }),
  feature_flag: v.looseObject({ id: v.number(), active: v.boolean() }),
});
type Item = v.InferOutput<typeof item>;

function open(era: EraName) {
  const sandbox = openSandbox({ era });
  const rows = async (query = ''): Promise<Item[]> => {
    const answer = await sandbox.ask('GET', `?limit=500&${query}`);
    assert.equal(answer.status, 200, query);
    return v.parse(v.looseObject({ results: v.array(item) }), answer.body).results;
  };
  const names = async (query: string) => (await rows(query)).map((row) => row.name).toSorted();
  return { ...sandbox, rows, names };
}

const isDraft = (row: Item) => row.start_date === null;
const isStopped = (row: Item) => row.start_date !== null && row.end_date !== null;
const isOn = (row: Item) => !isDraft(row) && !isStopped(row);

describe('sandbox: lists by generation', () => {
  it('status: words a server does not know give everything', async () => {
    const everything = () => true;
    const frozen = 'Wish list reminder';
    const expected: Readonly<Record<string, (era: EraName) => (row: Item) => boolean>> = {
      draft: () => isDraft,
      complete: () => isStopped,
      all: () => everything,
      finished: () => everything,
      stopped: (era) => (era === 'B' ? everything : isStopped),
      paused: (era) => (era === 'B' ? everything : (row) => isOn(row) && !row.feature_flag.active),
      running: (era) => (row) => {
        if (era === 'B') return isOn(row);
        const isFrozen = (era === 'E' || era === 'F') && row.name === frozen;
        return isOn(row) && row.feature_flag.active && !isFrozen;
      },
      exposure_frozen: (era) => (era === 'E' || era === 'F' ? (row) => row.name === frozen : everything),
    };
    for (const era of eraNames) {
      const { rows, names } = open(era);
      const all = await rows();
      for (const [word, fits] of Object.entries(expected)) {
        const wanted = all.filter(fits(era)).map((row) => row.name);
        assert.deepEqual(await names(`status=${word}`), wanted.toSorted(), `${era} ${word}`);
      }
    }
  });

  it('order: unknown fields are refused, and break the oldest server', async () => {
    for (const era of eraNames) {
      const { ask } = openSandbox({ era });
      const { status, body } = await ask('GET', '?order=-colour');
      if (era === 'B') {
        assert.equal(status, 500);
        assert.match(JSON.stringify(body), /"type":"server_error"/);
      } else {
        assert.deepEqual([status, body], [400, invalidBody("Invalid order field: '-colour'")]);
      }
    }
  });

  it('order=created_by goes by first name, else by address', async () => {
    const people = (await open('F').rows('order=created_by')).map(
      (row) => row.created_by.first_name || row.created_by.email,
    );
    assert.deepEqual(
      people,
      people.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });

  it('feature_flag_id: ignored by the oldest, checked later; empty is nothing', async () => {
    for (const era of eraNames) {
      const { ask, rows, named } = open(era);
      const { feature_flag: flag } = await named('Newsletter pop-up: wording');
      const all = (await rows()).length;
      const found = (await rows(`feature_flag_id=${flag.id}`)).length;
      assert.equal(found, era === 'B' ? all : 2, era);
      assert.equal((await rows('feature_flag_id=')).length, all);
      const { status } = await ask('GET', '?feature_flag_id=popup');
      assert.equal(status, era === 'B' ? 200 : 400);
    }
  });

  it('created_by_id: several since one can ask for several', async () => {
    for (const era of eraNames) {
      const { rows } = open(era);
      const count = async (ids: string) => (await rows(`created_by_id=${ids}`)).length;
      const [five, six] = [await count('5'), await count('6')];
      const isMany = era !== 'B' && era !== 'C';
      for (const both of ['5,6', '[5, 6]']) assert.equal(await count(both), isMany ? five + six : five, era);
    }
  });

  it('event: in any metric, shared ones too, ignored before', async () => {
    for (const era of eraNames) {
      const { names, rows } = open(era);
      const all = (await rows()).length;
      const found = await names(`event=${encodeURIComponent('support ticket opened')}`);
      if (era === 'B' || era === 'C') assert.equal(found.length, all);
      else assert.ok(found.includes('Support chat bubble') && found.length < 10, era);
    }
    const shared = await open('F').names(`event=${encodeURIComponent('order completed')}`);
    assert.ok(shared.includes('Checkout button colour'));
  });

  it('tags and excluded_tags: JSON lists of the newest, combined', async () => {
    const query = (name: string, tags: readonly string[]) =>
      `${name}=${encodeURIComponent(JSON.stringify(tags))}`;
    const { names, list } = open('F');
    const tagged = (await list('?limit=500')).results;
    const having = (tag: string) => tagged.filter((row) => row.tags.includes(tag)).map((row) => row.name);
    const [checkout, pricing] = [having('checkout'), having('pricing')];
    assert.ok(checkout.some((name) => pricing.includes(name)) && checkout.length > 1);
    assert.deepEqual(await names(query('tags', ['checkout'])), checkout.toSorted());
    assert.deepEqual(
      await names(`${query('tags', ['checkout'])}&${query('excluded_tags', ['pricing'])}`),
      checkout.filter((name) => !pricing.includes(name)).toSorted(),
    );
    assert.equal((await names('tags=nonsense')).length, tagged.length);
    assert.equal((await open('E').rows(query('tags', ['checkout']))).length, (await open('E').rows()).length);
  });

  it('prompt_name: those made from a prompt', async () => {
    const { written, names } = open('F');
    await written('POST', '', {
      name: 'Prompted',
      feature_flag_key: 'prompted',
      parameters: { prompt_metadata: { name: 'greeting' } },
    });
    assert.deepEqual(await names('prompt_name=greeting'), ['Prompted']);
    assert.deepEqual(await names('prompt_name=other'), []);
  });
});
