export enum FEATURE_FLAGS {
  SUMMARY = '⟦definition:star-summary⟧',
  UNREAD = '⟦definition:star-unread⟧',
}
