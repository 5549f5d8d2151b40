<?php

use Laravel\Pennant\Feature;
use LaunchDarkly\LDClient;
use Illuminate\Support\Facades\Cache;
use PostHog\PostHog;

class Shop
{
    public function open(LDClient $ld, $user)
    {
        Feature::define('pennant-feature', fn () => true);
        if (Feature::active('pennant-feature') || Feature::for($user)->active('other-pennant')) {
            return Cache::get('shop-cache');
        }
        PostHog::identify(['distinctId' => $user->id, 'properties' => ['tier' => 'shop-plus']]);
        return $ld->variation('dark-flag', $user, false) || $this->gate->isEnabled('local-gate') || config('features.shop');
    }
}
