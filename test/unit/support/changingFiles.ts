const unnamed = 'default';

/**
 * Files that lean on each other in every way the finder knows, each in several forms. Any form of one goes with any form
 * of the others, or with none.
 */
export const changingFiles: Readonly<Record<string, readonly string[]>> = {
  'src/flags.ts': [
    `export const FLAGS = { nav: 'new-nav', pay: 'new-pay' } as const;\nexport const NAV = 'new-nav';`,
    `export const FLAGS = { nav: 'other-nav' };\nconst pay = 'new-pay';\nexport const NAV = pay;`,
    `export enum FLAGS { nav = 'new-nav', pay = 'new-pay', help = 'new-help' }`,
    `export { FLAGS, NAV } from './more/flags';`,
    `export const other = 1;`,
  ],
  'src/more/flags.ts': [
    `export const FLAGS = { nav: 'deep-nav', pay: 'deep-pay' };\nexport const NAV = 'deep-nav';`,
    `export * from './keys';`,
    `export const FLAGS = { nav: { key: 'deep-nav' } };`,
  ],
  'src/more/keys.ts': [
    `export const FLAGS = { nav: 'deepest-nav' };\nexport const NAV = 'deepest-nav';`,
    `export const NAV = 'deeper-nav';\nexport type Key = 'deepest-nav' | 'deepest-pay';`,
  ],
  'src/more/index.ts': [`export * from './keys';`, `export { NAV as ${unnamed}, NAV } from '../flags';`],
  'lib/flags.ts': [`export const NAV = 'lib-nav';`, `export { NAV } from '../src/flags';`],
  'src/gate.ts': [
    `export const isOn = (key: string) => posthog.isFeatureEnabled(key);`,
    `import { check } from './check';\nexport const isOn = (key: string) => check(key);`,
    `import { check } from './check';\nexport const isOn = (key: string) => check(\`shop-\${key}\`);`,
    `import { Key } from './more/keys';\nexport function isOn(key: Key) { return posthog.isFeatureEnabled(key); }`,
    `export const isOn = (key: string) => cache.get(key);`,
    `import { gates } from './gates';\nexport const isOn = gates.opens;`,
    `export const isOff = (key: string) => !posthog.isFeatureEnabled(key);`,
  ],
  'src/check.ts': [
    `export const check = (key: string) => posthog.getFeatureFlag(key);`,
    `import { isOn } from './gate';\nexport const check = (key: string) => isOn(key);`,
    `import posthog from 'posthog-js';\nexport const client = () => posthog;\nexport const check = (a: string, key: string) => posthog.getFeatureFlag(key);`,
    `export const check = (key: string) => key;`,
  ],
  'src/gates.ts': [
    `export class Gates { opens(key: string) { return this.posthog.isFeatureEnabled(key); } get(key: string) { return 1; } }\nexport const gates = new Gates();`,
    `export class Gates { closes(key: string) { return posthog.isFeatureEnabled(key); } }`,
    `export class Gates { opens(key: string) { return 1; } }`,
  ],
  'src/posthogStore.ts': [
    `export class PosthogStore { getVariant(key: string) { return 1; } }`,
    `export class PosthogStore { other(key: string) { return 1; } }`,
  ],
  'src/client.ts': [
    `import posthog from 'posthog-js';\nexport const client = posthog;\nexport const getClient = () => posthog;`,
    `import { init } from 'launchdarkly-js-client-sdk';\nexport const client = init();\nexport const getClient = () => client;`,
    `export { client, getClient } from './check';`,
  ],
  'src/keeper.ts': [
    `import posthog from 'posthog-js';\nposthog.onFeatureFlags(store.keep);`,
    `store.keep({});`,
  ],
  'src/views/a.tsx': [
    `import { FLAGS } from '../flags';\nshow(values.featureFlags[FLAGS.nav]);`,
    `import { FLAGS, NAV } from '../flags';\nimport { isOn } from '../gate';\nisOn(FLAGS.nav);\nisOn(NAV);\nisOn('a-key');`,
    `import { FLAGS } from '@/flags';\nimport { isOn as on } from '../gate';\non(FLAGS.pay);\non('aa-key');`,
    `import { NAV } from '../more';\nposthog.isFeatureEnabled(NAV);`,
    `import NAV from '../more';\nimport * as gate from '../gate';\ngate.isOn(NAV);\ngate.isOn('b-key');`,
  ],
  'src/views/b.tsx': [
    `import { FLAGS } from '../flags';\ncache.has(FLAGS.nav);\nconst gate = { featureFlag: 'new-nav' };\nservice.flagOn('a-key');`,
    `import { FLAGS } from '../flags';\nposthog.isFeatureEnabled(FLAGS.nav);\nconst enabledFlags = ['a-key', 'c-key', 'new-nav'];`,
    `gates.opens('c-key');\ngates.get('d-key');\nposthogStore.getVariant('e-key');`,
    `import { client, getClient } from '../client';\nclient.getFlag('f-key');\ngetClient().isFeatureEnabled('g-key');\nclient.isFeatureEnabled('h-key');`,
    `import { NAV } from 'flags';\nimport { FLAGS } from '~/flags';\nposthog.isFeatureEnabled(NAV);\nposthog.isFeatureEnabled(FLAGS.nav);`,
  ],
  'src/views/c.vue': [
    `<script setup>\nposthog.isFeatureEnabled(FLAGS.nav);\nisOn('i-key');\nuseFeatureFlagEnabled('j-key');\n</script>`,
    `<template><FlagGate flag="k-key" /></template>`,
  ],
  'src/views/useFeatureFlagEnabled.ts': [`export const useFeatureFlagEnabled = (key: string) => false;`],
  'src/FlagGate.tsx': [
    `export const FlagGate = ({ flag }: { flag: string }) => posthog.isFeatureEnabled(flag);`,
    `export const FlagGate = ({ flag }: { flag: string }) => flag;`,
  ],
  'src/d.tsx': [
    `import { FlagGate } from './FlagGate';\nexport const page = () => <FlagGate flag="l-key" />;`,
    `const featureFlags = ['l-key', 'm-key'];\nrun({ flagKey: 'm-key' });\nsetFlag('n-key');`,
  ],
  'src/appFlag.ts': [
    `@Directive({ selector: '[appFlag]' })\nexport class AppFlag { @Input() set appFlag(key: string) { posthog.isFeatureEnabled(key); } }`,
  ],
  'src/view.html': [`<nav *appFlag="'o-key'"></nav>`],
  'py/flags.py': [
    `NAV = "py-nav"\nclass Flags:\n    NAV = "py-nav"\n    PAY = "py-pay"\n`,
    `from .keys import NAV, Flags\n`,
    `class Flags(str, Enum):\n    NAV = "py-enum"\n`,
  ],
  'py/keys.py': [`NAV = "deep-py"\nclass Flags:\n    NAV = "deep-py"\n`],
  'py/gate.py': [
    `import posthog\ndef is_on(key):\n    return posthog.feature_enabled(key, "id")\n`,
    `from .other import is_on\n`,
    `def is_on(key):\n    return key\n`,
  ],
  'py/other.py': [`import posthog\ndef is_on(user, key):\n    return posthog.feature_enabled(key, user)\n`],
  'py/view.py': [
    `from .gate import is_on\nfrom .flags import NAV, Flags\nis_on(NAV)\nis_on(Flags.NAV)\nis_on("p-key")\n`,
    `from py import flags, gate\ngate.is_on(flags.NAV)\nfeature_set.has(flags.Flags.PAY)\n`,
    `from posthog_flags.posthog import is_enabled\nis_enabled("q-key")\n`,
  ],
  'go/flags/flags.go': [
    `package flags\ntype Flag string\nconst (\n\tNav Flag = "go-nav"\n\tPay Flag = "go-pay"\n)\n`,
    `package flags\nconst Nav = "go-other"\n`,
  ],
  'go/gate/gate.go': [
    `package gate\nimport "github.com/posthog/posthog-go"\nfunc IsOn(key string) bool { return client.IsFeatureEnabled(posthog.FeatureFlagPayload{Key: key}) }\n`,
    `package gate\nfunc IsOn(key string) bool { return false }\n`,
  ],
  'go/main.go': [
    `package main\nfunc main() { gate.IsOn(flags.Nav); gate.IsOn("r-key"); set.Has(flags.Pay) }\n`,
    `package main\nconst Nav = "main-nav"\nfunc main() { gate.IsOn(Nav) }\n`,
  ],
  'jvm/Flags.kt': [
    `enum class Flags(val key: String) { NAV("kt-nav"), PAY("kt-pay") }`,
    `object Flags { const val NAV = "kt-other" }`,
  ],
  'jvm/Gate.kt': [
    `class Gate { fun isOn(key: String) = PostHog.isFeatureEnabled(key) }`,
    `class Gate { fun isOn(flag: Flags) = PostHog.isFeatureEnabled(flag.key) }`,
    `class Gate { fun isOn(key: String) = key }`,
  ],
  'jvm/Main.kt': [
    `fun main() { gate.isOn(Flags.NAV.key); gate.isOn("s-key"); set.has(Flags.NAV) }`,
    `fun main() { gate.isOn(Flags.PAY) }`,
  ],
  'swift/Flag.swift': [
    `enum Flag: String { case nav = "sw-nav", pay\n var isOn: Bool { PostHogSDK.shared.isFeatureEnabled(rawValue) } }`,
    `enum Flag { case nav\n var key: String { switch self { case .nav: return "sw-other" } }\n func isOn() -> Bool { PostHogSDK.shared.isFeatureEnabled(key) } }`,
    `enum Flag: String { case nav\n var isOn: Bool { true } }`,
  ],
  'swift/Gate.swift': [
    `struct Gate: View { let flag: String\n var body: some View { Text(PostHogSDK.shared.isFeatureEnabled(flag)) } }`,
    `struct Gate { private let key: String\n init(_ key: String) { self.key = key }\n var isOpen: Bool { store.isOn(key) } }`,
    `struct Gate { let flag: String }\nfunc isOn(_ flag: Flag) -> Bool { PostHogSDK.shared.isFeatureEnabled(flag.rawValue) }`,
  ],
  'swift/View.swift': [
    `let a = Flag.nav.isOn\nlet b = Gate(flag: "t-key")\nlet c = isOn(.nav)`,
    `class Store { func isOn(_ key: String) -> Bool { PostHogSDK.shared.isFeatureEnabled(key) } }\nlet b = Gate("u-key")\nif Flag.nav.isOn() {}`,
  ],
};
