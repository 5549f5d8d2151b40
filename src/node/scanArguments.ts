import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface ScanArguments {
  readonly folder: string;
  /** Keys of the project; undefined when none were given. */
  readonly keys: ReadonlySet<string> | undefined;
  readonly includesDynamic: boolean;
  readonly showsBranches: boolean;
}

const usage = 'Usage: scan <folder> [--keys key1,key2] [--keys-file file] [--include-dynamic] [--branches]';

/**
 * @param from the folder that paths count from
 * @throws Error with one sentence for a person
 */
export function parseScanArguments(args: readonly string[], from: string): ScanArguments {
  const { values, positionals } = optionsIn(args);
  const [named, ...more] = positionals;
  if (named === undefined) throw new Error(`Say which folder to scan. ${usage}`);
  if (more.length > 0) throw new Error(`One folder at a time, not also "${more.join('", "')}". ${usage}`);
  const folder = resolve(from, named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder "${named}".`);
  const given = values.keys?.flatMap((text) => keysIn('--keys', text.split(',')));
  const read = values['keys-file']?.flatMap((file) => keysIn(`"${file}"`, linesOf(file, from)));
  return {
    folder,
    keys: given || read ? new Set([...(given ?? []), ...(read ?? [])]) : undefined,
    includesDynamic: values['include-dynamic'] === true,
    showsBranches: values.branches === true,
  };
}

function optionsIn(args: readonly string[]) {
  const texts = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean' } as const;
  const options = { keys: texts, 'keys-file': texts, 'include-dynamic': flag, branches: flag } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    // Node adds advice on positional arguments that begin with a dash.
    const [sentence = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new Error(`${sentence.replace(/\.$/, '')}. ${usage}`, { cause: error });
  }
}

function keysIn(source: string, parts: readonly string[]): readonly string[] {
  const keys = parts.map((part) => part.trim()).filter(Boolean);
  if (keys.length === 0) throw new Error(`${source} names no key.`);
  return keys;
}

/** A key a line. */
function linesOf(file: string, from: string): readonly string[] {
  try {
    return readFileSync(resolve(from, file), 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(`The file of keys "${file}" cannot be read${reason}.`, { cause: error });
  }
}
