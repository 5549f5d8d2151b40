/** What a file is called as a module: its name without endings, or its folder's. */
export function stemOf(path: string): string {
  const parts = path.split('/');
  const [stem = ''] = (parts.pop() ?? '').split('.');
  return stem === 'index' || stem === '__init__' ? (parts.pop() ?? stem) : stem;
}
