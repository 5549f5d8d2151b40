/** A value as far as the finder needs to know it. Offsets are UTF-16 places in the file, without quotes. */
export type Value =
  /** A string literal. */
  | { readonly is: 'text'; readonly text: string; readonly start: number; readonly end: number }
  /** A dotted name: `FLAGS.nav`, `this.key`. A call in between is written `()`: `usePostHog().config`. */
  | { readonly is: 'name'; readonly name: string; readonly start: number; readonly end: number }
  /** What a function around is given: its number in {@link FileFacts.functions}, and the place or name of the parameter. */
  | {
      readonly is: 'parameter';
      readonly of: number;
      readonly slot: number | string;
      readonly start: number;
      readonly end: number;
    }
  /** A call or a constructor: what it calls as a dotted name, and what it is given. `on` is a parameter it is called on. */
  | {
      readonly is: 'call';
      readonly name: string;
      readonly given: readonly Given[];
      readonly on?: Value;
      readonly start: number;
      readonly end: number;
    }
  /** One of several: a ternary, `a || b`, the branches of a match. */
  | { readonly is: 'choice'; readonly of: readonly Value[] }
  /** Pieces put together: a template, a concatenation. */
  | { readonly is: 'joined'; readonly of: readonly Value[]; readonly start: number; readonly end: number }
  /** A list, a set, a union of literal types. */
  | { readonly is: 'list'; readonly of: readonly Value[] }
  /** An object, an enum, a class with constants, a map: members by name. */
  | { readonly is: 'members'; readonly of: readonly Member[] }
  /** Anything else. */
  | { readonly is: 'other'; readonly start: number; readonly end: number };

export interface Member {
  readonly name: string;
  /** Place of the name, for objects whose names are the keys. */
  readonly start: number;
  readonly value: Value;
  /** The name is what the name of a constant stands for: `[NAV]: true`. */
  readonly isComputed?: true;
}

/** An argument, an attribute, a field of a struct literal: by place, or by name. */
export interface Given {
  readonly slot: number | string;
  readonly value: Value;
}

/** The part of the text in which a name is known: [start, end). */
export interface Scope {
  readonly from: number;
  readonly to: number;
}

/** `import { a as b } from 'm'` is name `b` for `a` of `m`; `*` is the whole module, `default` its default export. */
export interface Import {
  readonly name: string;
  readonly of: string;
  readonly module: string;
}

/** A name this file gives to others: its own `local`, or `of` another module. `*` re-exports all. */
export interface Export {
  readonly name: string;
  readonly local?: string;
  readonly of?: string;
  readonly module?: string;
}

/** A name that is bound to a value: a constant, a field, a local variable, a member of a class (`Flags.nav`). */
export interface Binding extends Scope {
  readonly name: string;
  readonly value: Value;
  /** The declared type, as far as it is a name. */
  readonly type?: string;
  /** An entry of an enum. */
  readonly isEntry?: true;
}

/** A function, method, component: `name` is dotted when it belongs to a class, an object or another function. */
export interface FunctionFact extends Scope {
  readonly name: string;
  /** By place; a destructured object is the list of its names, each `[name given by the caller, name inside]`. */
  readonly parameters: readonly (Parameter | readonly (readonly [string, string])[])[];
  /** It is a property, which is named instead of called. */
  readonly isProperty?: true;
  /** Dotted names and calls that it returns, and where. */
  readonly returns?: readonly { readonly name: string; readonly at: number }[];
}

export interface Parameter {
  readonly name: string;
  /** The name callers give it by, where that is another: Swift's `for key: String`. */
  readonly label?: string;
  readonly type?: string;
  /** It takes all that is given from its place on: `...keys`, `*keys`, `vararg keys`. */
  readonly isRest?: true;
}

/** A call that may read a flag or hand a key on; [from, to) is what is called, as written. */
export interface Call extends Scope {
  /** As written, dotted, without arguments; of a component, its name. */
  readonly name: string;
  readonly given: readonly Given[];
  readonly isComponent?: true;
  /** It names a property instead of calling: `Flag.nav.isOn`. */
  readonly isRead?: true;
  /** It stands in markup that is a string of a script: a template of Angular. */
  readonly isInTemplate?: true;
}

/** What one file says, whatever the keys and the other files. JSON. */
export interface FileFacts {
  /** VS Code's language id. */
  readonly language: string;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  readonly bindings: readonly Binding[];
  readonly functions: readonly FunctionFact[];
  readonly calls: readonly Call[];
  /** Whether it names PostHog, and which other vendors of flags it names. */
  readonly namesPostHog: boolean;
  readonly vendors: readonly string[];
  /** Whether it names the JVM server's SDK, whose calls have the key in second place. */
  readonly isServer?: true;
  /** Names of this file's bindings that hold keys which other files read, as far as those are known. */
  readonly used?: readonly string[];
  /** Keys that calls of the project read, on one file of its context. */
  readonly learned?: readonly string[];
}
