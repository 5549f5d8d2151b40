<?php

use Illuminate\Support\Facades\Blade;
use PostHog\PostHog;

class AppServiceProvider extends ServiceProvider
{
    public function boot(): void
    {
        Blade::if('rollout', fn (string $key) => PostHog::isFeatureEnabled($key, (string) auth()->id()));
        Blade::if('theme', fn (string $name) => $name === config('theme'));
    }
}
