export const FLAGS = {
  cart: '⟦definition:saved-carts⟧',
  reviews: '⟦definition:photo-reviews⟧',
  wishlists: '⟦definition:shared-wishlists⟧',
} as const;
