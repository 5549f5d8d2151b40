<?php

use PostHog\PostHog;

class FlagGate
{
    private string $flag;

    public function __construct(string $flag, private readonly string $fallback, private string $label)
    {
        $this->flag = $flag;
    }

    public function allows(string $person): bool
    {
        return PostHog::isFeatureEnabled($this->flag, $person)
            || PostHog::isFeatureEnabled($this->fallback, $person);
    }

    public function label(): string
    {
        return trim($this->label);
    }
}

$gate = new FlagGate('⟦wrapper:fast-export⟧', '⟦wrapper:any-export⟧', 'export-label');
