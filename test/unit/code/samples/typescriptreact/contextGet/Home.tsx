import { useCache } from './cache';
import { useGate, useGates } from './FlagProvider';

export function Home() {
  const { get } = useGates();
  const cache = useCache();
  const isFancy = useGate('⟦wrapper:fancy-home⟧');
  if (cache.get('fancy-home') || useCache().get('home-video')) return null;
  return get('⟦wrapper:home-video⟧') && isFancy ? <Video /> : <Plain title="fancy-home" />;
}
