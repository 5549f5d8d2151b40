/**
 * What the panel's webview and the extension host say to each other. One map of requests a kind of page (the webview
 * asks, the host answers) and one event (the host tells); the messages and both ends are derived from these.
 */
import type { ExposureDemand } from './panelExposures';
import type { FlagsView, FlagsWanted } from './panelFlags';
import type { ExportWanted } from './panelExport';
import type { PanelLink } from './panelLinks';
import type { StatsView } from './panelStats';
import type { TimeseriesView } from './panelSeries';
import type { ExperimentView, PanelAction, Remedy } from './panelView';

/** The kinds of page, what each draws, and what it asks beside that which all pages ask. */
export interface Pages {
  experiment: {
    view: ExperimentView;
    requests: {
      /** Daily results of one metric; `fresh` skips what the host already has. */
      timeseries: { params: { metricUuid: string; fresh: boolean }; result: TimeseriesView };
      /** Reads what was done to the experiment; daily results asked for after it carry it. */
      changes: { params: Record<string, never>; result: Outcome };
      /** Asks the user, then PostHog, to compute the daily results of one metric anew. */
      recalculate: { params: { metricUuid: string }; result: Outcome };
      /** Reads who was exposed; what comes of it is in the view. */
      exposures: { params: { demand: ExposureDemand }; result: Outcome };
      /** Takes the results along: to the clipboard as Markdown, or to a file that a person chooses. */
      export: { params: ExportWanted; result: Outcome };
      /** Opens a page of PostHog's web app in the browser. */
      open: { params: PanelLink; result: Outcome };
      /**
       * Reads the newest results, metric by metric; what comes of it is in the view. `fresh` asks PostHog again; a
       * metric's key has that one computed anew. Who aborts cancels what PostHog computes.
       */
      results: { params: { fresh: boolean; metricKey?: string }; result: Outcome };
      /** Shows results that are folded away because they are early, from now on. */
      reveal: { params: Record<string, never>; result: Outcome };
      /** Runs one of the panel's actions on its experiment. */
      act: { params: { action: PanelAction }; result: Outcome };
    };
  };
  stats: { view: StatsView; requests: object };
  flags: {
    view: FlagsView;
    requests: {
      /** Turns to another search, filter or page, and reads what that takes. `changed` tells of every page read. */
      show: { params: { wanted: FlagsWanted; read: FlagsDemand }; result: FlagsView };
      act: { params: FlagAction; result: Outcome };
    };
  };
}

/** How much of a list of flags to read: what the wanted page takes, about a hundred more than was read, or the rest. */
export type FlagsDemand = 'page' | 'more' | 'all';

/** What the page of flags does outside itself. */
export type FlagAction =
  | { readonly action: 'useInExperiment'; readonly flagKey: string }
  | { readonly action: 'copyKey'; readonly flagKey: string }
  | { readonly action: 'openInPostHog'; readonly flagId: number }
  | { readonly action: 'openExperiment'; readonly experimentId: number };

export type PageKind = keyof Pages;
export const pageKinds = ['experiment', 'flags', 'stats'] as const satisfies readonly PageKind[];
export type ViewOf<K extends PageKind> = Pages[K]['view'];

/** What every page asks. */
export interface CommonRequests<V> {
  /**
   * The webview is up, shown again, or has turned to this page: everything it needs to draw. Whatever was asked before
   * is forgotten, and from now on the other requests are those of this page.
   */
  ready: { params: { page: PageKind }; result: V };
  /** Asks PostHog again; the new state arrives as a `changed` event too. */
  refresh: { params: Record<string, never>; result: V };
  /** Does something about the trouble that the page shows. A retry is a `refresh`. */
  remedy: { params: { remedy: Exclude<Remedy, 'retry'> }; result: Outcome };
}

export type RequestsOf<K extends PageKind> = CommonRequests<ViewOf<K>> & Pages[K]['requests'];
export type MethodOf<K extends PageKind> = keyof RequestsOf<K> & string;
export type ParamsOf<K extends PageKind, M extends MethodOf<K>> = RequestsOf<K>[M] extends { params: infer P }
  ? P
  : never;
export type ResultOf<K extends PageKind, M extends MethodOf<K>> = RequestsOf<K>[M] extends {
  result: infer R;
}
  ? R
  : never;

/** What became of something the page asked for on somebody's behalf. A failure rejects instead. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface RequestMessage {
  readonly kind: 'request';
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}

/** Tells the host that nobody waits for the answer any more. */
export interface AbortMessage {
  readonly kind: 'abort';
  readonly id: number;
}

export type ResponseMessage =
  | { readonly kind: 'response'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'response'; readonly id: number; readonly error: string };

/** The page's view is another one. The webview may have turned to another page by now. */
export interface ChangedMessage {
  readonly kind: 'changed';
  readonly page: PageKind;
  readonly view: unknown;
}

/** A person asked for this page of the panel, outside of it. */
export interface TurnMessage {
  readonly kind: 'turn';
  readonly page: PageKind;
}

/** Which colours results have, by the user's setting. */
export const palettes = ['colorblind', 'theme'] as const;
export type Palette = (typeof palettes)[number];

export interface PaletteMessage {
  readonly kind: 'palette';
  readonly palette: Palette;
}

export type ToHost = RequestMessage | AbortMessage;
export type ToWebview = ResponseMessage | ChangedMessage | TurnMessage | PaletteMessage;
