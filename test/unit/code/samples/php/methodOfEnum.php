<?php

namespace App\Enums;

use PostHog\PostHog;

enum Feature: string
{
    case Wishlist = '⟦definition:wishlist-v2⟧';
    case Loyalty = '⟦definition:loyalty-points⟧';

    public function isOnFor(string $userId): bool
    {
        return PostHog::isFeatureEnabled($this->value, $userId) ?? false;
    }
}

enum Event: string
{
    case Opened = 'wishlist-opened';

    public function send(string $userId): void
    {
        PostHog::capture(['event' => $this->value, 'distinctId' => $userId]);
    }
}

function wishlist(string $userId): bool
{
    Event::Opened->send($userId);

    return ⟦use:Feature.Wishlist=>wishlist-v2⟧->isOnFor($userId);
}
