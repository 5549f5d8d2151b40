import type { Question } from '../dialog/question';
import { inertText } from '../experiment/inertText';

/** Asks before a link takes the workspace to another project: nobody is taken there by a click alone. */
export function switchQuestion(
  projectId: number,
  open: { readonly projectId: number; readonly projectName: string },
): Question {
  return {
    message: `Switch this workspace to project ${projectId}?`,
    detail: `A link asks for an experiment of project ${projectId}. This workspace shows “${inertText(open.projectName)}” (project ${open.projectId}). Views, lenses and panels of this workspace will show the other project until you switch back. Nothing changes in PostHog, and nobody else is affected.`,
    action: 'Switch Project',
  };
}
