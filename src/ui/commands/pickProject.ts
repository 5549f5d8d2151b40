import { window } from 'vscode';
import { inertText } from '../../core/experiment/inertText';
import type { Project } from '../../core/model/project';
import { askSteps } from './askSteps';

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
  });
  return picked?.project;
}

async function askProjectId(): Promise<Project | undefined> {
  const [text] =
    (await askSteps('Select Project', [
      {
        prompt:
          'The key may not list projects. Which number does yours have? It is in the address: /project/42/…',
        placeHolder: '42',
        value: () => '',
        problem: (value) =>
          /^[1-9]\d{0,15}$/.test(value) ? undefined : 'A project number is a whole number.',
      },
    ])) ?? [];
  return text === undefined ? undefined : { id: Number(text), name: `Project ${text}` };
}
