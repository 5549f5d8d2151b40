<?php

namespace App\Controllers;

use PostHog\PostHog;
use PostHog\Client;

class CartController
{
    // PostHog::isFeatureEnabled('only-a-comment', 'user');
    public function show(Client $client, User $user): array
    {
        if (PostHog::isFeatureEnabled('⟦call:one-page-cart⟧', $user->id)) {
            return $this->onePage();
        }
        $variant = PostHog::getFeatureFlag("⟦call:cart-title⟧", $user->id, [], ['plan' => 'one-page-cart']);
        $payload = PostHog::getFeatureFlagPayload(
            '⟦call:cart-texts⟧',
            $user->id,
        );
        $result = PostHog::getFeatureFlagResult(key: '⟦call:cart-result⟧', distinctId: $user->id);
        $named = PostHog::isFeatureEnabled(distinctId: 'user-1', key: '⟦call:cart-named⟧');
        $own = $client->getFeatureFlag('⟦call:own-client⟧', 'user-2');
        $qualified = \PostHog\PostHog::isFeatureEnabled('⟦call:qualified-name⟧', $user->id);
        PostHog::capture(['distinctId' => $user->id, 'event' => 'cart viewed', 'properties' => ['title' => 'cart-title']]);

        $flags = PostHog::evaluateFlags($user->id, flagKeys: ['⟦call:asked-php⟧']);
        if ($flags->isEnabled('⟦call:asked-php⟧')) {
            return [$flags->getFlag('⟦call:snapshot-php⟧'), $flags->getFlagPayload('⟦call:snapshot-php⟧')];
        }
        $all = PostHog::getAllFlags($user->id);
        # PostHog::getFeatureFlag('also-a-comment', 'user');
        return [$all['⟦call:from-all-php⟧'] ?? null, $variant, $payload, $result, $named, $own, $qualified];
    }
}
