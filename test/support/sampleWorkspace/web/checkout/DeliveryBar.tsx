import { useFeatureFlagVariantKey } from 'posthog-js/react';

const freeFromEuros = 40;

/** Says how much is missing for free delivery. */
export function DeliveryBar({ basketEuros }: { basketEuros: number }) {
  const variant = useFeatureFlagVariantKey('free-delivery-threshold');
  if (variant !== 'test') return null;

  const missing = freeFromEuros - basketEuros;
  if (missing <= 0) return <p className="delivery-bar">Delivery is free.</p>;
  return (
    <p className="delivery-bar">
      <progress max={freeFromEuros} value={basketEuros} />
      {missing.toFixed(2)} € more and delivery is free.
    </p>
  );
}
