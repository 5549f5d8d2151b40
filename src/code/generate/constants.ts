import { stringLiteral } from '../insert/stringLiteral';
import type { ModuleFlag } from './flagModule';
import { spellings, UniqueNames } from './names';

type Flags = readonly ModuleFlag[];

/** Classes of constants: `FlagKeys.CHECKOUT_CTA`, `CheckoutCtaVariants.TEST`. */
export function pythonConstants(flags: Flags): string {
  const quoted = (text: string): string => stringLiteral(text, 'python');
  const members = (keys: readonly string[]): readonly string[] => {
    const names = new UniqueNames();
    const lines = keys.map((key) => `    ${names.take(spellings.upper(key))}: Final = ${quoted(key)}`);
    return lines.length > 0 ? lines : ['    pass'];
  };
  const classes = new UniqueNames(new Set(['FlagKeys']));
  return [
    'from typing import Final',
    '',
    '',
    'class FlagKeys:',
    ...members(flags.map(({ key }) => key)),
    ...withVariants(flags).flatMap(({ key, variants }) => [
      '',
      '',
      `class ${classes.take(`${spellings.pascal(key)}Variants`)}:`,
      ...members(variants),
    ]),
    '',
  ].join('\n');
}

/** Constants: `FlagCheckoutCta`, `CheckoutCtaTest`. */
export function goConstants(flags: Flags, folder: string): string {
  const quoted = (text: string): string => stringLiteral(text, 'go');
  const names = new UniqueNames();
  const keys = flags.map(({ key }) => `\t${names.take(`Flag${spellings.pascal(key)}`)} = ${quoted(key)}`);
  const variants = withVariants(flags).map(({ key, variants: own }) =>
    own.map(
      (variant) =>
        `\t${names.take(`${spellings.pascal(key)}${spellings.pascal(variant)}`)} = ${quoted(variant)}`,
    ),
  );
  const blocks = [keys, ...variants].filter((lines) => lines.length > 0);
  return [
    `package ${packageName(folder)}`,
    ...blocks.flatMap((lines) => ['', 'const (', ...lines, ')']),
    '',
  ].join('\n');
}

/** Objects of constants: `FlagKeys.CHECKOUT_CTA`, `FlagVariants.CheckoutCta.TEST`. */
export function kotlinConstants(flags: Flags): string {
  const quoted = (text: string): string => stringLiteral(text, 'jvm', true);
  const members = (keys: readonly string[], indent: string): readonly string[] => {
    const names = new UniqueNames();
    return keys.map((key) => `${indent}const val ${names.take(spellings.upper(key))} = ${quoted(key)}`);
  };
  const objects = new UniqueNames();
  return [
    'object FlagKeys {',
    ...members(
      flags.map(({ key }) => key),
      '    ',
    ),
    '}',
    '',
    'object FlagVariants {',
    ...withVariants(flags).flatMap(({ key, variants }) => [
      `    object ${objects.take(spellings.pascal(key))} {`,
      ...members(variants, '        '),
      '    }',
    ]),
    '}',
    '',
  ].join('\n');
}

/** Enumerations: `FlagKey.checkoutCta`, `FlagVariant.CheckoutCta.test`. */
export function swiftConstants(flags: Flags): string {
  const quoted = (text: string): string => stringLiteral(text, 'swift');
  const cases = (keys: readonly string[], indent: string): readonly string[] => {
    const names = new UniqueNames(swiftWords);
    return keys.map((key) => `${indent}case ${names.take(spellings.camel(key))} = ${quoted(key)}`);
  };
  const types = new UniqueNames(swiftTypes);
  // An enumeration without cases may have no raw type.
  const head = (name: string, isEmpty: boolean): string =>
    `public enum ${name}${isEmpty ? '' : ': String, CaseIterable'} {`;
  return [
    head('FlagKey', flags.length === 0),
    ...cases(
      flags.map(({ key }) => key),
      '    ',
    ),
    '}',
    '',
    head('FlagVariant', true),
    ...withVariants(flags).flatMap(({ key, variants }) => [
      `    ${head(types.take(spellings.pascal(key)), false)}`,
      ...cases(variants, '        '),
      '    }',
    ]),
    '}',
    '',
  ].join('\n');
}

function withVariants(flags: Flags): Flags {
  return flags
    .filter(({ variants }) => variants.length > 0)
    .map((flag) => ({ ...flag, variants: [...new Set(flag.variants)] }));
}

/** Lower-case letters and digits, as Go's own packages are called. */
function packageName(folder: string): string {
  const plain = folder.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return /^[a-z]/.test(plain) && !goWords.has(plain) ? plain : 'flags';
}

const goWords = new Set(
  'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'.split(
    ' ',
  ),
);
/** What no case can be called without quotes around it. */
const swiftWords = new Set(
  'as associatedtype break case catch class continue default defer deinit do else enum extension fallthrough false fileprivate for func guard if import in init inout internal is let nil open operator precedencegroup private protocol public repeat rethrows return self static struct subscript super switch throw throws true try typealias var where while'.split(
    ' ',
  ),
);
const swiftTypes = new Set(['Type', 'Protocol', 'Self', 'Any', 'String', 'CaseIterable']);
