<?php

use PostHog\PostHog;

final class Flags
{
    public const EXPORT = '⟦definition:csv-export⟧';

    public static function on(string $key): bool
    {
        return (bool) PostHog::getFeatureFlag($key, (string) Auth::id());
    }

    public function canExport(): bool
    {
        return self::on(⟦use:self::EXPORT=>csv-export⟧) && static::on('⟦wrapper:any-export⟧');
    }
}

$home = Flags::on('⟦wrapper:home-video⟧');
$queue->on('finished', fn () => null);
