import { commands, Disposable, EventEmitter, TabInputText, Uri, window, workspace } from 'vscode';
import { resultsMarkdown } from '../../core/export/resultsMarkdown';
import { inBackground } from '../../core/inBackground';
import type { Experiment } from '../../core/model/experiment';
import { findKnown } from '../../core/store/findKnown';
import { findRow } from '../../core/store/knownExperiments';
import { commandIds } from '../ids';
import type { EditorContext } from './createEditor';

const scheme = 'experiment-lens';

/** Where going to the definition of a flag leads that no constant holds. */
export function experimentUri({ id, flagKey }: Pick<Experiment, 'id' | 'flagKey'>): Uri {
  return Uri.from({ scheme, path: `/${id}/${flagKey.replaceAll('/', '_')}.md` });
}

/**
 * What an experiment says, as a text to peek at. Whoever goes there for good gets the panel in its place: VS Code lets
 * nothing but texts be the definition of something, and asks for it also when the mouse only passes by.
 */
export function createExperimentDocuments({ flags, sessions, logger }: EditorContext): Disposable {
  const changed = new EventEmitter<Uri>();
  const isOurs = ({ uri }: { readonly uri: Uri }) => uri.scheme === scheme;
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => {
        const { current } = sessions;
        const id = idOf(uri);
        const row = current && id !== undefined ? findRow(current.store.state, id) : undefined;
        if (!current || !row) return 'This experiment is not in the project that is open.\n';
        const known = findKnown(current.store.state, row);
        return resultsMarkdown(known.results, known, current.now());
      },
    }),
    flags.onDidChange(() => {
      for (const { uri } of workspace.textDocuments.filter(isOurs)) changed.fire(uri);
    }),
    window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const tab of opened) {
        const id = tab.input instanceof TabInputText && isOurs(tab.input) ? idOf(tab.input.uri) : undefined;
        if (id === undefined) continue;
        const open = async () => {
          await window.tabGroups.close(tab);
          await commands.executeCommand(commandIds.openExperiment, { id });
        };
        inBackground(open(), 'Opening an experiment', logger);
      }
    }),
  );
}

function idOf({ path }: Uri): number | undefined {
  const [, id] = /^\/(\d+)\//.exec(path) ?? [];
  return id === undefined ? undefined : Number(id);
}
