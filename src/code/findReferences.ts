import type { Project } from './project';
import { readFacts } from './readFacts';
import type { Reference } from './reference';

/** The references in an open document. `path` is relative to the root of `project`. Never throws, whatever the text. */
export function findReferences(
  text: string,
  languageId: string,
  path: string,
  project: Project,
): readonly Reference[] {
  if (!project.mayMatter(path, text)) return [];
  const facts = readFacts(text, languageId, { interest: project.interestIn(path) });
  const references = facts ? project.referencesOf(path, facts) : [];
  return references.map((each) =>
    each.key === undefined ? { ...each, text: text.slice(each.start, each.end) } : each,
  );
}
