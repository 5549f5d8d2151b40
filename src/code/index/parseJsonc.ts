/**
 * JSON with comments and commas too many, as tsconfig.json has it.
 * @throws SyntaxError when it is not even that
 */
export function parseJsonc(text: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll(
      /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
      (_match, quoted?: string) => quoted ?? ' ',
    );
  return JSON.parse(
    plain.replaceAll(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[\]}])/g, (_match, quoted?: string) => quoted ?? ''),
  );
}
