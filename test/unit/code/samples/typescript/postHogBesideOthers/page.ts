import { useCatFlag, useHogFlag } from './hooks';

export const usePage = () => [useHogFlag<'control' | 'test'>('⟦wrapper:front-page⟧'), useCatFlag('disk-form')];
