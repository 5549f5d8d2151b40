import { isIdText } from '../dialog/idText';

/** What a link from outside leads to. */
export interface DeepLink {
  readonly experimentId: number;
  /** Undefined: whichever project is open. */
  readonly projectId: number | undefined;
}

/** The extension as links name it: `<scheme of the editor>://<this>/experiment/42?project=1`. */
const authority = 'experiment-lens.experiment-lens';

export function deepLinkText(editorScheme: string, experimentId: number, projectId: number): string {
  return `${editorScheme}://${authority}/experiment/${experimentId}?project=${projectId}`;
}

/**
 * What the parts of a link say; undefined unless they say exactly that. Anybody can write a link: one with more in it
 * than is known here may mean something else.
 */
export function findDeepLink(link: {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}): DeepLink | undefined {
  const [, id = ''] = /^\/experiment\/(\d+)$/.exec(link.path) ?? [];
  const [, project] = /^project=(\d+)$/.exec(link.query) ?? [];
  const isWhole = link.fragment === '' && (link.query === '' || project !== undefined);
  if (!isWhole || !isIdText(id) || (project !== undefined && !isIdText(project))) return undefined;
  return { experimentId: Number(id), projectId: project === undefined ? undefined : Number(project) };
}
