import type { SourceFile } from './file';

/** Ends of a name that are its value: `Flag.nav.rawValue`. */
const valueMembers =
  /\.(?:rawValue|value|key|name|id|flagKey|toString\(\)|ToString\(\)|freeze|to_s|getKey\(\)|key\(\)|value\(\)|getValue\(\)|as_str\(\)|to_string\(\)|to_owned\(\)|into\(\)|clone\(\))$/;

/** The name of what a name is the value of: `Flag.nav` of `Flag.nav.rawValue`. */
export function withoutValueMember(name: string): string {
  return name.replace(valueMembers, '');
}

/** Whether names of other files need no import here. */
export function isFree({ family, facts }: SourceFile): boolean {
  if (family === 'script') return facts.language === 'vue' || facts.language === 'html';
  return family !== 'python';
}
