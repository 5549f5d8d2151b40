import { useAtlasStore } from './atlas';
import { selectFlag, useFlagStore } from './flagStore';

export const useBasket = () => [
  useFlagStore((store) => store.flags['⟦call:basket-tips⟧']),
  useFlagStore(({ flags }) => flags['⟦call:basket-maps⟧']),
  useFlagStore(selectFlag('⟦wrapper:gift-wrap⟧')),
  useFlagStore.getState().flags['⟦call:quick-pay⟧'],
  useAtlasStore((store) => store.flags['fr']),
];
