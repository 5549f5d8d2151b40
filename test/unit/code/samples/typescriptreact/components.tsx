import { PostHogFeature, useFeatureFlagEnabled } from '@posthog/react';
import type { ReactNode } from 'react';

const KEYS = { help: '⟦definition:help-bubble⟧' } as const;

function Gate({ flag, children }: { flag: string; children: ReactNode }) {
  const isOn = useFeatureFlagEnabled(flag);
  return isOn ? <>{children}</> : null;
}

const Toggle = (props: { name: string; fallback: ReactNode; children: ReactNode }) => (
  <PostHogFeature flag={props.name} match={true} fallback={props.fallback}>
    {props.children}
  </PostHogFeature>
);

export const Page = ({ isNew }: { isNew: boolean }) => (
  <section data-flag="not-a-flag">
    <PostHogFeature flag="⟦component:welcome-video⟧" match="test">
      <video />
    </PostHogFeature>
    <PostHogFeature flag='⟦component:welcome-text⟧' match={true} trackView>
      Hi
    </PostHogFeature>
    <PostHogFeature flag={'⟦component:welcome-card⟧'}>
      {(payload: { title: string }) => <h2>{payload.title}</h2>}
    </PostHogFeature>
    <PostHogFeature flag={⟦use:KEYS.help=>help-bubble⟧} />
    <PostHogFeature flag={isNew ? '⟦component:help-for-new⟧' : '⟦component:help-for-all⟧'} />
    <Gate flag="⟦component:gated-panel⟧">
      <Panel name="gated-panel" />
    </Gate>
    <Gate flag={⟦use:KEYS.help=>help-bubble⟧}>{null}</Gate>
    <Toggle name="⟦component:toggled-list⟧" fallback={<List />}>
      <NewList />
    </Toggle>
  </section>
);
