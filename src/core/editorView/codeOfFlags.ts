/** A place that names a flag, as the finder tells it. Offsets are UTF-16. */
export interface FlagMention {
  /** Undefined where only the running program knows it. */
  readonly key: string | undefined;
  readonly kind: 'call' | 'wrapper' | 'component' | 'use' | 'definition' | 'dynamic';
  readonly start: number;
  readonly end: number;
  /** The function as written: `posthog.getFeatureFlag`. */
  readonly call: string | undefined;
}

interface OfRead {
  readonly key: string;
  /** Start of the mention by which the flag is read. */
  readonly readAt: number;
  readonly start: number;
  readonly end: number;
}

/** What the finder says of one document. */
export interface CodeOfFlags {
  readonly mentions: readonly FlagMention[];
  /** Texts that are compared with a flag's value. */
  readonly comparisons: readonly (OfRead & { readonly text: string })[];
  /** Statements that tell variants apart by name. */
  readonly choices: readonly (OfRead & { readonly names: readonly string[]; readonly hasRest: boolean })[];
  /** Reads that decide by themselves, as a yes or no, by the start of their mention. */
  readonly yesOrNo: readonly number[];
  readonly timings: readonly {
    readonly key: string;
    readonly start: number;
    readonly end: number;
    readonly fault: 'beforeLoad' | 'beforeIdentify';
  }[];
  /** Where comments ask for silence; without codes about everything. */
  readonly ignores: readonly {
    readonly start: number;
    readonly end: number;
    readonly codes: readonly string[];
  }[];
  /** Tests make flags up. */
  readonly isTest: boolean;
}
