/** Where code names a flag. Lines and UTF-16 columns from 0. */
export interface CodePlace {
  readonly uri: string;
  /** For people. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** `definition` where a constant is given the key, anything else where it is read. */
  readonly kind: string;
}

/** A row below an experiment, in plain words; the tree makes it an item. All text may be the server's: untrusted. */
export interface ChildRow {
  /** Unique below its experiment, and the same each time. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Of VS Code's own set. */
  readonly icon: string;
  readonly tone?: 'warning' | 'won' | 'lost' | undefined;
  /** Label and description in words, for who hears them. */
  readonly spoken: string;
  readonly tooltip?: string | undefined;
  /** The uuid of the metric that it is about, where the daily results of that can be computed anew. */
  readonly recalculableMetric?: string | undefined;
  readonly children?: readonly ChildRow[];
  /** What a click opens. */
  readonly place?: CodePlace | undefined;
}

/** A row whose words need no others to be heard. */
export function childRow(id: string, icon: string, label: string, description: string): ChildRow {
  const spoken = [label, ...description.split(' · ')].filter(Boolean).join(', ');
  return { id, icon, label, description, spoken };
}
