import type { Read } from './reads';
import type { Sdk } from './sdk';

/** A line of the check, or a place to write at. */
export type Block =
  | { readonly kind: 'line'; readonly level: number; readonly text: string }
  | { readonly kind: 'place'; readonly level: number; readonly text: string; readonly ending?: string };

interface Arm {
  /** The variant as the language writes it; undefined: on. */
  readonly value: string | undefined;
  /** For the comment: untrusted. */
  readonly name: string;
}

/** The read, a branch for each arm and one for the rest. */
export function blocksOf(sdk: Sdk, read: Read, arms: readonly Arm[], rest: string): readonly Block[] {
  const before = read.lines.map((text) => line(text));
  const isVariant = arms.some(({ value }) => value !== undefined);
  const chain =
    isVariant && (sdk === 'elixir' || sdk === 'rust')
      ? matchOf(sdk, read.subject, arms, rest)
      : chainOf(sdk, read.subject, arms, rest);
  if (sdk !== 'vue') return [...before, ...chain];
  return [
    ...before,
    line('watchEffect(() => {'),
    ...chain.map((block) => ({ ...block, level: block.level + 1 })),
    line('});'),
  ];
}

function chainOf(sdk: Sdk, subject: string, arms: readonly Arm[], rest: string): readonly Block[] {
  const style = styleOf(sdk);
  return [
    ...arms.flatMap(({ value, name }, at) => {
      const condition = value === undefined ? onOf(sdk, subject) : equals(sdk, subject, value);
      return [line(at === 0 ? style.first(condition) : style.next(condition)), ...place(sdk, name)];
    }),
    line(style.last),
    ...place(sdk, rest),
    ...(style.end === '' ? [] : [line(style.end)]),
  ];
}

interface Style {
  readonly first: (condition: string) => string;
  readonly next: (condition: string) => string;
  readonly last: string;
  readonly end: string;
}

const inParentheses: Style = {
  first: (condition) => `if (${condition}) {`,
  next: (condition) => `} else if (${condition}) {`,
  last: '} else {',
  end: '}',
};
const bare: Style = {
  ...inParentheses,
  first: (condition) => `if ${condition} {`,
  next: (condition) => `} else if ${condition} {`,
};
const styles: Partial<Record<Sdk, Style>> = {
  go: bare,
  swift: bare,
  rust: bare,
  python: {
    first: (condition) => `if ${condition}:`,
    next: (condition) => `elif ${condition}:`,
    last: 'else:',
    end: '',
  },
  ruby: {
    first: (condition) => `if ${condition}`,
    next: (condition) => `elsif ${condition}`,
    last: 'else',
    end: 'end',
  },
  elixir: {
    first: (condition) => `if ${condition} do`,
    // There is one arm: on.
    next: (condition) => condition,
    last: 'else',
    end: 'end',
  },
};

function styleOf(sdk: Sdk): Style {
  return styles[sdk] ?? inParentheses;
}

function equals(sdk: Sdk, subject: string, value: string): string {
  switch (sdk) {
    case 'java':
      return `${value}.equals(${subject})`;
    case 'browser':
    case 'node':
    case 'react':
    case 'vue':
    case 'php':
      return `${subject} === ${value}`;
    default:
      return `${subject} == ${value}`;
  }
}

function onOf(sdk: Sdk, subject: string): string {
  switch (sdk) {
    case 'csharp':
    case 'go':
      return `${subject} == true`;
    case 'elixir':
      return `match?({:ok, true}, ${subject})`;
    default:
      return subject;
  }
}

/** Languages in which a value is matched against patterns. */
function matchOf(
  sdk: 'elixir' | 'rust',
  subject: string,
  arms: readonly Arm[],
  rest: string,
): readonly Block[] {
  const [head, end] = sdk === 'elixir' ? [`case ${subject} do`, 'end'] : [`match ${subject} {`, '}'];
  const arm = (pattern: string, name: string): readonly Block[] =>
    sdk === 'elixir'
      ? [line(`${pattern} ->`, 1), ...place(sdk, name, 2)]
      : [line(`${pattern} => {`, 1), ...place(sdk, name, 2), line('}', 1)];
  const patternOf = (value: string): string =>
    sdk === 'elixir' ? `{:ok, ${value}}` : `Some(FlagValue::String(value)) if value == ${value}`;
  return [
    line(head),
    ...arms.flatMap(({ value = '', name }) => arm(patternOf(value), name)),
    ...arm('_', rest),
    line(end),
  ];
}

/** A comment with the name of the variant, to write over. */
function place(sdk: Sdk, name: string, level = 1): readonly Block[] {
  const plain = name.replaceAll(/[^\w .-]/g, '_');
  switch (sdk) {
    case 'python':
      return [{ kind: 'place', level, text: 'pass', ending: `  # ${plain}` }];
    case 'elixir':
      return [{ kind: 'place', level, text: ':ok', ending: ` # ${plain}` }];
    case 'ruby':
      return [{ kind: 'place', level, text: `# ${plain}` }];
    default:
      return [{ kind: 'place', level, text: `// ${plain}` }];
  }
}

function line(text: string, level = 0): Block {
  return { kind: 'line', level, text };
}
