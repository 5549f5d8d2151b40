/**
 * A glob as the source of a regular expression without anchors: `*` and `?` stay within a folder, `**` as a whole
 * segment crosses folders, `[a-z]` and `[!a-z]` are sets, `{a,b}` alternatives where `hasBraces`, a backslash takes the
 * next character as it is.
 */
export function globSource(glob: string, hasBraces: boolean): string {
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    if (char === '*') {
      const [part, length] = starSource(glob, at);
      source += part;
      at += length - 1;
    } else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const end = glob.indexOf(']', at + (/^\[[!^]?\]/.test(glob.slice(at)) ? 3 : 1));
      if (end < 0) source += '\\[';
      else {
        source += setSource(glob.slice(at + 1, end));
        at = end;
      }
    } else if (hasBraces && char === '{') {
      depth++;
      source += '(?:';
    } else if (depth > 0 && char === '}') {
      depth--;
      source += ')';
    } else if (depth > 0 && char === ',') source += '|';
    else if (char === '\\' && at + 1 < glob.length) source += literal(glob.charAt(++at));
    else source += literal(char);
  }
  return source + ')'.repeat(depth);
}

/** What the stars at `at` stand for, and how many characters of the glob that takes. */
function starSource(glob: string, at: number): readonly [source: string, length: number] {
  const length = /^\*+/.exec(glob.slice(at))?.[0].length ?? 1;
  const isSegment = length === 2 && /^[/{,]?$/.test(glob.charAt(at - 1));
  if (!isSegment) return ['[^/]*', length];
  if (glob.charAt(at + 2) === '/') return ['(?:[^/]+/)*', 3];
  return /^[},]?$/.test(glob.charAt(at + 2)) ? ['.*', 2] : ['[^/]*', 2];
}

function setSource(set: string): string {
  const isNegated = /^[!^]/.test(set);
  const inner = (isNegated ? set.slice(1) : set).replaceAll(/[\\[\]^]/g, '\\$&');
  return `(?!/)[${isNegated ? '^' : ''}${inner}]`;
}

function literal(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
