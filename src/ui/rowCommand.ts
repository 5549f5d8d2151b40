import { type Command, commands, type Disposable, type TreeView } from 'vscode';

/** A row that is drawn anew at this moment is known again after so long at most. */
const patienceMs = 2_000;
const pauseMs = 50;

/**
 * What a click on a row of the view runs. It carries no argument: VS Code forgets the arguments of a row as soon as it is
 * told to draw it anew, and a click before the new row is there would end in "Actual command not found".
 */
export function rowCommand(viewId: string, title: string): Command {
  return { command: commandId(viewId), title };
}

/** Opens the row that was clicked: the selected one. */
export function openClickedRow<T>(
  view: TreeView<T>,
  viewId: string,
  open: (node: T) => Thenable<unknown>,
): Disposable {
  return commands.registerCommand(commandId(viewId), async () => {
    const node = await selectedNode(view);
    if (node !== undefined) await open(node);
  });
}

async function selectedNode<T>(view: TreeView<T>): Promise<T | undefined> {
  for (let waitedMs = 0; view.selection.length === 0 && waitedMs < patienceMs; waitedMs += pauseMs) {
    await new Promise<void>((resolve) => setTimeout(resolve, pauseMs));
  }
  return view.selection[0];
}

function commandId(viewId: string): string {
  return `${viewId}.open`;
}
