import { flagsOf } from './flags';

const VENDOR_FLAG = '⟦definition:vendor-portal⟧';

export async function load(userId: string) {
  const flags = await flagsOf(userId);
  return {
    vendors: flags[⟦use:VENDOR_FLAG=>vendor-portal⟧] === true,
    questions: flags['⟦call:auto-answers⟧'] === true || flags['⟦call:auto-answers⟧'] === 'true',
    nda: (await flagsOf(userId))['⟦call:nda-signing⟧'],
  };
}
