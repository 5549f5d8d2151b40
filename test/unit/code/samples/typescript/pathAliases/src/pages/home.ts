import { checkFlag, getServerClient } from '@/lib/posthog';
import { Flags } from '~flags';

export const load = async (userId: string) => ({
  comments: await checkFlag(⟦use:Flags.Comments=>inline-comments⟧, userId),
  mentions: await getServerClient().getFeatureFlag(⟦use:Flags.Mentions=>user-mentions⟧, userId),
  drafts: await checkFlag('⟦wrapper:draft-mode⟧', userId),
});
