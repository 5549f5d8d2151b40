import { getPostHog } from '@posthog/next';
import { useFeatureFlag } from '@posthog/next/client';

export default async function Page() {
  const posthog = await getPostHog();
  const flags = await posthog.getAllFlags();
  return (
    <>
      {flags['⟦call:next-all⟧'] && <p>next-all</p>}
      {(await posthog.isFeatureEnabled('⟦call:next-server⟧')) && <p>next-server</p>}
      <Client />
    </>
  );
}

function Client() {
  const flag = useFeatureFlag('⟦call:next-client⟧');
  return flag?.enabled ? <p>{flag.variant}</p> : null;
}
