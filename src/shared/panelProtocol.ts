/**
 * What the panel's webview and the extension host say to each other. One map of requests (the webview asks, the host
 * answers), one of events (the host tells); the messages and both ends are derived from these two.
 */
import type { ExperimentView, PanelAction, TimeseriesView } from './panelView';

export interface PanelRequests {
  /** The webview is up, or shown again: everything it needs to draw. */
  ready: { params: Record<string, never>; result: ExperimentView };
  /** Asks PostHog again; the new state arrives as a `changed` event too. */
  refresh: { params: Record<string, never>; result: ExperimentView };
  /** Daily results of one metric; `fresh` skips what the host already has. */
  timeseries: { params: { metricUuid: string; fresh: boolean }; result: TimeseriesView };
  /** Runs one of the panel's actions on its experiment. */
  act: { params: { action: PanelAction }; result: null };
}

export interface PanelEvents {
  changed: ExperimentView;
}

export type PanelMethod = keyof PanelRequests;
export type PanelEvent = keyof PanelEvents;

export type RequestMessage = {
  [M in PanelMethod]: { kind: 'request'; id: number; method: M; params: PanelRequests[M]['params'] };
}[PanelMethod];

/** Tells the host that nobody waits for the answer any more. */
export interface AbortMessage {
  kind: 'abort';
  id: number;
}

export type ResponseMessage =
  | { kind: 'response'; id: number; result: unknown }
  | { kind: 'response'; id: number; error: string };

export type EventMessage = {
  [E in PanelEvent]: { kind: 'event'; event: E; payload: PanelEvents[E] };
}[PanelEvent];

export type ToHost = RequestMessage | AbortMessage;
export type ToWebview = ResponseMessage | EventMessage;
