export { EXPORT_PDF, LEGACY_EXPORT as OLD_EXPORT } from './flags';
export * from './flags';
export * as flagKeys from './flags';
