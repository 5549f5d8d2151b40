import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/paths';
import { stateNames } from '../webview/states';
import { themeNames } from '../webview/themes';
import { usePanelPages } from './panelPage';

const axe = readFileSync(join(projectRoot, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe found, as `theme rule: element`, of the impacts that keep somebody from using the page. */
const findViolations = (theme: string, rules: string): string => `(async () => {
  window.lensHarness.setTheme('${theme}');
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { violations } = await axe.run(document, { resultTypes: ['violations'], ${rules} });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => '${theme} ' + id + ': ' + target.join(' ')));
})()`;

// A theme changes colours and nothing else.
const everyRule = '';
const ofColours = `runOnly: ['color-contrast', 'link-in-text-block']`;

describe('every state of the panel, looked at by axe', function () {
  this.timeout(60_000);
  const open = usePanelPages();

  for (const state of stateNames) {
    it(`finds nothing serious or critical in ${state}, in any theme`, async () => {
      const { page } = await open(state, { width: 1000 });
      await page.waitForTimeout(100);
      await page.evaluate(axe);
      const found: string[] = [];
      for (const [place, theme] of themeNames.entries())
        found.push(
          ...(await page.evaluate<string[]>(findViolations(theme, place === 0 ? everyRule : ofColours))),
        );
      assert.deepEqual(found, []);
    });
  }

  it('finds nothing serious or critical in an open menu', async () => {
    const { page } = await open('running-won', { width: 320 });
    await page.getByRole('button', { name: 'More' }).click();
    await page.evaluate(axe);
    for (const theme of themeNames)
      assert.deepEqual(await page.evaluate<string[]>(findViolations(theme, everyRule)), []);
  });

  it('would find what is wrong', async () => {
    const { page } = await open('running-won');
    await page.evaluate(axe);
    await page.evaluate(`document.body.append(document.createElement('img'))`);
    assert.deepEqual(await page.evaluate<string[]>(findViolations('dark', everyRule)), [
      'dark image-alt: img',
    ]);
  });
});
