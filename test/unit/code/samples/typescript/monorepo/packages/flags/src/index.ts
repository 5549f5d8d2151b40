export { FLAGS } from './keys';
export { useFlag } from './useFlag';
