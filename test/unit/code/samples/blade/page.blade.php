{{-- PostHog::isFeatureEnabled('only-a-comment', $user->id) --}}
@php
    use PostHog\PostHog;
    $layout = PostHog::getFeatureFlag('⟦call:blade-layout⟧', $user->id);
    $flags = PostHog::evaluateFlags($user->id);
@endphp
<h1>{{ __('blade.title') }}</h1>
@if (PostHog::isFeatureEnabled('⟦call:blade-banner⟧', $user->id))
    <div class="blade-banner">PostHog::isFeatureEnabled('shown-as-text', 'user')</div>
@elseif (PostHog::getFeatureFlag("⟦call:blade-arm⟧", $user->id) === 'wide')
    @include('partials.wide')
@endif
@unless (PostHog::isFeatureEnabled('⟦call:blade-unless⟧', auth()->id()))
    <p>{{ PostHog::getFeatureFlagPayload('⟦call:blade-payload⟧', $user->id)['text'] }}</p>
@endunless
<p @class(['wide' => $flags->isEnabled('⟦call:blade-snapshot⟧'), 'blade-banner' => true])>
    {{ $flags->getFlag('⟦call:blade-variant⟧') ?? 'none' }}
    {!! $flags->getFlagPayload('⟦call:blade-raw⟧') !!}
</p>
@feature('pennant-only')
    <p>Pennant</p>
@endfeature
<?php if (PostHog::isFeatureEnabled('⟦call:blade-php-tag⟧', 'visitor')): ?>
    <p>php</p>
<?php endif; ?>
<x-card :wide="PostHog::isFeatureEnabled('⟦call:blade-attribute⟧', $user->id)" title="blade-banner" />
@foreach (PostHog::getAllFlags($user->id) as $key => $value)
    <li>{{ $key }}</li>
@endforeach
<script>
    posthog.onFeatureFlags(function () {
        if (posthog.isFeatureEnabled('⟦call:blade-script⟧')) show('blade-script');
    });
    const arm = posthog.getFeatureFlag("⟦call:blade-script-arm⟧");
</script>
