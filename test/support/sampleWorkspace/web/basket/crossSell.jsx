import { useFeatureFlagEnabled } from 'posthog-js/react';
import { ProductCard } from '../product/ProductCard';

/** Three things that go with what is in the basket. */
export function CrossSell({ basket, matches }) {
  const enabled = useFeatureFlagEnabled('basket-cross-sell');
  const offers = matches.filter((product) => !basket.includes(product.id)).slice(0, 3);
  if (!enabled || offers.length === 0) return null;

  return (
    <section aria-label="Goes well with your basket">
      {offers.map((product) => (
        <ProductCard key={product.id} product={product} compact />
      ))}
    </section>
  );
}
