import { stringLiteral } from '../insert/stringLiteral';
import type { ModuleFlag } from './flagModule';
import { spellings, UniqueNames } from './names';
import { payloadType } from './payloadType';

/** Types for the keys, variants and payloads of flags, and a constant for each key. Compiles whatever the names. */
export function typescriptTypes(flags: readonly ModuleFlag[]): string {
  const names = new UniqueNames();
  const constants = flags.map(({ key }) => `  ${names.take(spellings.camel(key))}: ${quoted(key)},`);
  return [
    '/** The feature flags by key: what each may serve, and what comes along. */',
    'export interface Flags {',
    ...flags.flatMap((flag) => [
      `  readonly ${quoted(flag.key)}: {`,
      `    readonly variant: ${variantType(flag)};`,
      `    readonly payload: ${typeOfPayload(flag)};`,
      '  };',
    ]),
    '}',
    '',
    'export type FlagKey = keyof Flags;',
    '',
    '/** The variants of a flag; `true` for one that is only on or off. */',
    "export type FlagVariant<Key extends FlagKey> = Flags[Key]['variant'];",
    '',
    '/** What reading a flag gives: `false` when it is off, undefined while it is not known. */',
    'export type FlagValue<Key extends FlagKey> = FlagVariant<Key> | false | undefined;',
    '',
    '/** What comes along with the variants of a flag. */',
    "export type FlagPayload<Key extends FlagKey> = Flags[Key]['payload'];",
    '',
    '/** The keys of the flags. */',
    'export const flagKeys = {',
    ...constants,
    '} as const satisfies Readonly<Record<string, FlagKey>>;',
    '',
  ].join('\n');
}

function variantType({ variants }: ModuleFlag): string {
  return variants.length === 0 ? 'true' : [...new Set(variants)].map(quoted).join(' | ');
}

function typeOfPayload({ variants, payloads }: ModuleFlag): string {
  if (!payloads) return 'unknown';
  const known = variants.length === 0 ? ['true'] : variants;
  const own = known.flatMap((variant) => (Object.hasOwn(payloads, variant) ? [payloads[variant] ?? ''] : []));
  if (own.length === 0) return 'undefined';
  const type = payloadType(own);
  return own.length === known.length || type === 'unknown' ? type : `${type} | undefined`;
}

function quoted(text: string): string {
  return stringLiteral(text, 'script');
}
