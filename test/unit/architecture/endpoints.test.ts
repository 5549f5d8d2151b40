import assert from 'node:assert/strict';
import { sourcesBelow, textOf } from './projectFiles';

/** PostHog's documented Experiments endpoints. */
const documented = [
  'list',
  'create',
  'retrieve',
  'update',
  'delete',
  'create_exposure_cohort_for_experiment',
  'duplicate',
  'recalculate_timeseries',
  'timeseries_results',
  'eligible_feature_flags',
  'requires_flag_implementation',
  'stats',
];

describe('Every documented endpoint', () => {
  it('stands in the table of the README, and nothing else does', () => {
    const [, table = ''] = /^\| endpoint \| where \|\n.*\n((?:\|.*\n)+)/m.exec(textOf('README.md')) ?? [];
    const rows = [...table.matchAll(/^\| (\w+) \| \S.* \|$/gm)].map(([, endpoint]) => endpoint);
    assert.deepEqual(rows, documented);
  });

  it('is named by a test that reaches it inside VS Code', () => {
    const titles = sourcesBelow('test/e2e', 'test/integration').flatMap((path) =>
      [...textOf(path).matchAll(/\bit\(\s*'.*\(([\w, ]+)\)'/g)].flatMap(([, names = '']) =>
        names.split(', '),
      ),
    );
    assert.deepEqual(
      documented.filter((endpoint) => !titles.includes(endpoint)),
      [],
    );
  });
});
