/** The flags of the pages between the basket and the order. */
export const checkoutFlags = {
  onePage: 'one-page-checkout',
} as const;
