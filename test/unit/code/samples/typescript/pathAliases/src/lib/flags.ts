export enum Flags {
  Comments = '⟦definition:inline-comments⟧',
  Mentions = '⟦definition:user-mentions⟧',
}
