import type { PageView, PanelOfProject } from './panelView';

export const flagOrders = ['-created_at', 'created_at', 'key', '-key', 'name', '-name'] as const;
export type FlagOrder = (typeof flagOrders)[number];

export const flagRuntimes = ['client', 'server', 'all'] as const;
export type FlagRuntime = (typeof flagRuntimes)[number];

/** Rows that the page shows at once. */
export const flagPageSize = 50;

export interface FlagOwner {
  readonly id: number;
  /** Untrusted text. */
  readonly name: string;
}

/** What the user asked the page for. */
export interface FlagsWanted {
  /** Part of a key or a name; empty for all. */
  readonly search: string;
  readonly order: FlagOrder;
  /** From 0. */
  readonly page: number;
  readonly active?: boolean;
  readonly owner?: FlagOwner;
  readonly runtime?: FlagRuntime;
  /** PostHog cannot filter by tags: this looks through what was read. */
  readonly tag?: string;
}

export const allFlags: FlagsWanted = { search: '', order: '-created_at', page: 0 };

export interface FlagsPanelState extends PanelOfProject {
  readonly kind: 'flags';
  readonly wanted: FlagsWanted;
}

export type FlagsView = PageView<FlagsPanelState, FlagsContent>;

/** One page of the flags that an experiment can be made on. */
export interface FlagsContent {
  readonly projectName: string;
  readonly rows: readonly FlagRowView[];
  /** Place of the first row among those that match, from 0. */
  readonly firstRow: number;
  /** How many of the flags that were read have the wanted tag; all of them when no tag is wanted. */
  readonly matching: number;
  /** How many flags were read so far. */
  readonly read: number;
  /** How many flags there are in all for the search and the filters of the server. */
  readonly count: number;
  /** How many of those were not read yet; with `source` `all` not every one of them is eligible. */
  readonly unread: number;
  /** Rows among those read that could not be understood. */
  readonly unreadable: number;
  /** `all`: this PostHog no longer lists eligible flags, and they were chosen from all flags with variants. */
  readonly source: 'eligible' | 'all';
  /** What can be filtered by, as far as it is known. */
  readonly owners: readonly FlagOwner[];
  readonly tags: readonly string[];
  /** Whether PostHog's web app can show a flag. */
  readonly hasWebApp: boolean;
}

export interface FlagRowView {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly variants: readonly { readonly key: string; readonly rolloutPercent: number | undefined }[];
  /** Of the widest release condition; undefined when there is none. */
  readonly rolloutPercent: number | undefined;
  readonly owner: string | undefined;
  /** `Client`, `Server`, `Client and server`; undefined when PostHog does not say. */
  readonly runtime: string | undefined;
  readonly tags: readonly string[];
  /** For example `3 Nov 2026`. */
  readonly createdDay: string | undefined;
  /** Undefined when PostHog does not tell, and when it is the day it was created. */
  readonly changedDay: string | undefined;
  readonly experiments: readonly { readonly id: number; readonly name: string }[];
}
