export interface Variant {
  readonly key: string;
  readonly name: string | undefined;
  /** Share of the exposed, in percent; undefined when the server did not say. */
  readonly rolloutPercent: number | undefined;
}

export interface FeatureFlag {
  readonly id: number;
  readonly key: string;
  readonly active: boolean;
  /** Index of the group type the flag is decided by, undefined when it is decided per person. */
  readonly groupTypeIndex: number | undefined;
  /** False when every release condition is explicitly at 0 %. */
  readonly servesSomeone: boolean;
}

/** A variant of a flag that is yet to be made. */
export interface NewVariant {
  readonly key: string;
  /** Whole percent; all together 100. */
  readonly rolloutPercent: number;
}
