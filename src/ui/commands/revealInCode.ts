import { type TextEditor, window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import type { CodePlace } from '../code/codeIndex';
import { rangeOfPlace } from '../editor/flagPlaces';
import type { CommandHandler } from './commandContext';
import { openSession } from './openSession';
import { pickExperiment } from './pickExperiment';
import { Refusal } from './refusal';

/** Goes to where the code reads the experiment's flag; asks where there are several. Resolves to `{ id }`. */
export const revealInCode: CommandHandler = async ({ sessions, code }, argument) => {
  const session = await openSession(sessions);
  const experiment = session && (await pickExperiment(session, argument, 'Reveal in Code'));
  if (!experiment) return undefined;
  code.need();
  const places = code.placesOf(experiment.flagKey);
  if (places.length === 0) throw new Refusal(nothingFound(code.state.kind, inertText(experiment.flagKey)));
  const place = places.length === 1 ? places[0] : await pickPlace(places, experiment.flagKey);
  if (!place) return undefined;
  await show(place);
  return { id: experiment.id };
};

async function pickPlace(places: readonly CodePlace[], key: string): Promise<CodePlace | undefined> {
  const items = places.map((place) => ({
    label: `${inertText(place.path.split('/').at(-1) ?? '')}:${place.line + 1}`,
    description: inertText(place.path),
    detail: place.kind === 'definition' ? 'definition' : inertText(place.call ?? ''),
    place,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Reveal in Code',
    placeHolder: `Where the code names ${inertText(key)}`,
    matchOnDescription: true,
  });
  return picked?.place;
}

function show(place: CodePlace): Thenable<TextEditor> {
  return window.showTextDocument(place.uri, { selection: rangeOfPlace(place) });
}

function nothingFound(state: string, key: string): string {
  switch (state) {
    case 'ready':
      return `No code in this workspace was seen to read ${key}.`;
    case 'scanning':
      return `No code was seen to read ${key} yet. The workspace is still being looked through.`;
    default:
      return `No code was looked through: open a folder, and see that experimentLens.index.enabled is on.`;
  }
}
