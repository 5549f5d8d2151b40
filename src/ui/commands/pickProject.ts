import { window } from 'vscode';
import { isIdText } from '../../core/dialog/idText';
import { StepWalk } from '../../core/dialog/stepWalk';
import { inertText } from '../../core/experiment/inertText';
import type { Project } from '../../core/model/project';
import { askSteps, type TextStep } from './askSteps';

/** Asks which project; the only one is taken without asking, and where none may be listed its number is asked for. */
export async function pickProject(
  projects: readonly Project[],
  currentId: number | undefined,
): Promise<Project | undefined> {
  const [only] = projects;
  if (only === undefined) return askProjectId();
  if (projects.length === 1) return only;
  const items = projects.map((project) => ({
    label: inertText(project.name),
    description: project.id === currentId ? `${project.id} · open in your browser` : String(project.id),
    project,
  }));
  items.sort((a, b) => Number(b.project.id === currentId) - Number(a.project.id === currentId));
  const picked = await window.showQuickPick(items, {
    title: 'Select Project',
    placeHolder: 'Which PostHog project?',
    ignoreFocusOut: true,
  });
  return picked?.project;
}

async function askProjectId(): Promise<Project | undefined> {
  const answers = await askSteps('Select Project', new StepWalk<'number', TextStep<'number'>>([numberStep]));
  const id = answers?.number;
  return id === undefined ? undefined : { id: Number(id), name: `Project ${id}` };
}

const numberStep: TextStep<'number'> = {
  name: 'number',
  prompt: () =>
    'The key may not list projects. Which number does yours have? It is in the address: /project/42/…',
  placeHolder: '42',
  propose: () => '',
  problem: (text) => (isIdText(text) ? undefined : 'A project number is a whole number.'),
};
