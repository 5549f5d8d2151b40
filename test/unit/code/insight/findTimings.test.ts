import assert from 'node:assert/strict';
import { insightsOf } from './insightSupport';

const js = "import posthog from 'posthog-js';\n";
const read = "posthog.getFeatureFlag('nav')";

function faults(language: string, text: string): readonly string[] {
  return insightsOf(language, text).timings.map(({ fault }) => fault);
}

describe('Reads that come too early', () => {
  const early: readonly (readonly [says: string, language: string, text: string, fault: string])[] = [
    ['at the top of a module', 'typescript', `${js}export const v = ${read};`, 'beforeLoad'],
    ['in a condition there', 'javascript', `${js}if (ready) { start(${read}); }`, 'beforeLoad'],
    ['in an object there', 'typescript', `${js}export const flags = { nav: ${read} };`, 'beforeLoad'],
    [
      'by a constant',
      'typescript',
      `${js}const KEY = 'nav';\nconst v = posthog.isFeatureEnabled(KEY);`,
      'beforeLoad',
    ],
    [
      'before identify',
      'typescript',
      `${js}export function f() {\n  const v = ${read};\n  posthog.identify(id);\n}`,
      'beforeIdentify',
    ],
    [
      'in a block before identify',
      'typescript',
      `${js}const f = async () => {\n  if (a) { b(${read}); }\n  posthog.identify(id);\n}`,
      'beforeIdentify',
    ],
    [
      'before identify in Swift',
      'swift',
      'import PostHog\nfunc f() {\n  let v = PostHogSDK.shared.getFeatureFlag("nav")\n  PostHogSDK.shared.identify("id")\n}\n',
      'beforeIdentify',
    ],
    [
      'before identify in Kotlin',
      'kotlin',
      'import com.posthog.PostHog\nfun f() {\n  val v = PostHog.getFeatureFlag("nav")\n  PostHog.identify("id")\n}\n',
      'beforeIdentify',
    ],
  ];
  for (const [says, language, text, fault] of early)
    it(`are found ${says}`, () => assert.deepEqual(faults(language, text), [fault]));

  const fine: readonly (readonly [says: string, language: string, text: string])[] = [
    ['in a function', 'typescript', `${js}export function f() { return ${read}; }`],
    ['in an arrow', 'typescript', `${js}export const f = () => ${read};`],
    ['in a method', 'typescript', `${js}export const o = { f() { return ${read}; } };`],
    ['in a class', 'typescript', `${js}class A { v = ${read}; }`],
    ['when flags are there', 'typescript', `${js}posthog.onFeatureFlags(() => { start(${read}); });`],
    [
      'with values from the server',
      'typescript',
      `${js}posthog.init('k', { bootstrap: flags });\nconst v = ${read};`,
    ],
    [
      'on a server',
      'typescript',
      `import { PostHog } from 'posthog-node';\nconst posthog = new PostHog('k');\nconst v = await ${read};`,
    ],
    ['for somebody', 'typescript', `${js}const v = posthog.getFeatureFlag('nav', user);`],
    ['awaited', 'typescript', `${js}const v = await ${read};`],
    ['in Python', 'python', 'import posthog\nv = posthog.get_feature_flag("nav", u)\n'],
    ['behind identify', 'typescript', `${js}function f() {\n  posthog.identify(id);\n  ${read};\n}`],
    [
      'between two',
      'typescript',
      `${js}function f() {\n  posthog.identify(a);\n  ${read};\n  posthog.identify(b);\n}`,
    ],
    [
      'on another way',
      'typescript',
      `${js}function f() {\n  if (a) { ${read}; } else { posthog.identify(id); }\n}`,
    ],
    [
      'in a function that runs later',
      'typescript',
      `${js}function f() {\n  on(() => { ${read}; });\n  posthog.identify(id);\n}`,
    ],
    ['of another client', 'typescript', `${js}function f() {\n  ${read};\n  analytics.identify(id);\n}`],
  ];
  for (const [says, language, text] of fine)
    it(`are none ${says}`, () => assert.deepEqual(faults(language, text), []));
});
