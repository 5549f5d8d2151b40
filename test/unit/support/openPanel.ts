import { Sessions } from '../../../src/core/account/sessions';
import { createClient } from '../../../src/core/api/createClient';
import type { Outcome, PageKind, Palette, ToWebview } from '../../../src/shared/panelProtocol';
import type { PageView, PageState } from '../../../src/shared/panelView';
import { PanelHost } from '../../../src/ui/panel/panelHost';
import type { PanelDoors, PanelPage } from '../../../src/ui/panel/panelPage';
import { everythingSettled } from './deferred';
import { FakeTransport, type Respond } from './fakeTransport';
import { anAccount, MemoryMemento, openAccounts } from './memoryAccounts';
import { MemoryStorage } from './memoryStorage';
import { PanelWire } from './panelWire';
import { RecordingLogger } from './recordingLogger';

type AnyView = PageView<PageState, unknown>;

/** What a panel did outside itself, in its order. */
export type Deed =
  | { readonly run: string; readonly argument: unknown }
  | { readonly copied: string }
  | { readonly opened: string };

/** Doors that lead nowhere. */
export class MemoryDoors implements PanelDoors {
  readonly deeds: Deed[] = [];
  outcome: Outcome = { kind: 'done' };
  readonly references = new Map<string, number>();
  wantedPalette: Palette = 'colorblind';

  palette(): Palette {
    return this.wantedPalette;
  }

  async run(command: string, argument: unknown): Promise<Outcome> {
    this.deeds.push({ run: command, argument });
    return this.outcome;
  }

  async copy(text: string): Promise<void> {
    this.deeds.push({ copied: text });
  }

  async open(url: string): Promise<void> {
    this.deeds.push({ opened: url });
  }

  countReferences(flagKey: string): number | undefined {
    return this.references.get(flagKey);
  }
}

/** A panel whose webview, doors and server are the test. Ada is signed in to project 42, but no session is open yet. */
export async function openPanel<K extends PageKind>(
  createPage: (doors: PanelDoors) => PanelPage<K>,
  respond: Respond,
  rest: readonly PanelPage<PageKind>[] = [],
) {
  const globalState = new MemoryMemento();
  const { accounts } = openAccounts({ globalState });
  await accounts.add(anAccount(), 'phx_ada');
  const transport = new FakeTransport(respond);
  const logger = new RecordingLogger();
  const sessions = new Sessions(
    accounts,
    {
      http: () => transport,
      client: async (through) => createClient(through, logger),
      sample: () => ({ transport, project: { id: 1, name: 'Sample' } }),
    },
    new MemoryStorage(),
    logger,
  );
  const wire = new PanelWire();
  const surface = { title: 'first title', visible: true, webview: wire };
  const doors = new MemoryDoors();
  const page = createPage(doors);
  const host = new PanelHost(surface, [page, ...rest], sessions, doors, new RecordingLogger());
  let lastId = 0;

  /** Asks as the page does; resolves to the answer, whichever it is. */
  async function ask(method: string, params: unknown = {}): Promise<ResponseOf> {
    const id = ++lastId;
    wire.ask(id, method, params);
    await everythingSettled();
    const answer = wire.posted.find((message) => message.kind === 'response' && message.id === id);
    if (answer?.kind !== 'response') throw new Error(`No answer to ${method}.`);
    return 'error' in answer ? { error: answer.error } : { result: answer.result };
  }

  return {
    accounts,
    globalState,
    sessions,
    transport,
    wire,
    surface,
    doors,
    host,
    ask,
    /** The view that the page gets when it comes up. */
    ready: async (kind: PageKind = page.state.kind) => (await ask('ready', { page: kind })).result as AnyView,
    /** The views that the host told by itself, oldest first. */
    changed: () => wire.posted.flatMap((message) => (isChanged(message) ? [message.view as AnyView] : [])),
  };
}

interface ResponseOf {
  readonly result?: unknown;
  readonly error?: string;
}

function isChanged(message: ToWebview): message is Extract<ToWebview, { kind: 'changed' }> {
  return message.kind === 'changed';
}
