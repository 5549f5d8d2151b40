/** Keys have the team before them. */
export const flagName = (area: string) => `web-${area}`;

export function variantKey(name: string) {
  return 'exp_' + name.toLowerCase();
}

export function templateFlag(host: string): string {
  switch (host) {
    case 'git':
      return '⟦definition:template-git⟧';
    case 'hub':
      return '⟦definition:template-hub⟧';
    default:
      throw new Error(host);
  }
}

export const footerFlag = () => '⟦definition:new-footer⟧';

export function colorOf(kind: string): string {
  return kind === 'error' ? 'dark-red' : 'light-blue';
}
