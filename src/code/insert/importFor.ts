import { folderOf, joinPaths } from '../path';

/**
 * The statement by which a script brings in a name that another script of the project has: as that one imports it, or
 * from that one when it exports it. Undefined when neither is seen. Paths have slashes and the same root.
 */
export function importFor(
  name: string,
  exampleText: string,
  examplePath: string,
  targetPath: string,
): string | undefined {
  const statements = exampleText.matchAll(/^import\s+([^;'"]+?)\s+from\s+(['"])([^'"\n]+)\2/gm);
  for (const [, clause = '', quote = "'", module = ''] of statements) {
    const wanted = clauseFor(name, clause);
    if (wanted === undefined) continue;
    const from = module.startsWith('.')
      ? relative(folderOf(targetPath), joinPaths(folderOf(examplePath), module))
      : module;
    return `import ${wanted} from ${quote}${from}${quote};`;
  }
  const isOwn = new RegExp(
    String.raw`^export\s+(?:async\s+)?(?:const|let|function|class|enum)\s+${escapePattern(name)}\b`,
    'm',
  ).test(exampleText);
  if (!isOwn || examplePath === targetPath) return undefined;
  const module = examplePath.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '');
  return `import { ${name} } from '${relative(folderOf(targetPath), module)}';`;
}

/** The part of an import that brings in a name. */
function clauseFor(name: string, clause: string): string | undefined {
  if (clause.startsWith('type ')) return undefined;
  const [, inside = ''] = /\{([^}]*)\}/.exec(clause) ?? [];
  for (const part of inside.split(',').map((each) => each.trim())) {
    if (part === name || part.endsWith(` as ${name}`)) return `{ ${part} }`;
  }
  const outside = clause.replace(/\{[^}]*\}/, '');
  const parts = outside.split(',').map((each) => each.trim());
  return parts.find((part) => part === name || part === `* as ${name}`);
}

function relative(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const up = '../'.repeat(from.length - common);
  return (up === '' ? './' : up) + to.slice(common).join('/');
}

function escapePattern(text: string): string {
  return text.replaceAll(/[$.*+?^(){}|[\]\\]/g, String.raw`\$&`);
}
