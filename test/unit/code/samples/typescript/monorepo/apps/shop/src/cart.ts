import { FLAGS, useFlag } from '@acme/flags';

export function useCart() {
  return {
    canSave: useFlag(⟦use:FLAGS.cart=>saved-carts⟧),
    hasPhotos: useFlag(⟦use:FLAGS.reviews=>photo-reviews⟧),
    hasGifts: useFlag('⟦wrapper:gift-notes⟧'),
  };
}
