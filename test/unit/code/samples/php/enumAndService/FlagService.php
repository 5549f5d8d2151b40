<?php

namespace App\Flags;

use PostHog\PostHog;

class FlagService
{
    public function __construct(private string $distinctId) {}

    public function isOn(Flag $flag): bool
    {
        return PostHog::isFeatureEnabled($flag->value, $this->distinctId) === true;
    }

    public function has(string $key, ?string $distinctId = null): bool
    {
        try {
            return (bool) PostHog::isFeatureEnabled($key, $distinctId ?? $this->distinctId);
        } catch (\Throwable $error) {
            Log::warning('flag failed', ['flag' => $key]);
            return false;
        }
    }
}
