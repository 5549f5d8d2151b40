import { TOUR_FLAG } from './keys';

export const EXPERIMENT = {
  name: 'Editor tour',
  flagKey: TOUR_FLAG,
  variants: ['control', 'test'],
} as const;
