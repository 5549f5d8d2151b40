<?php
use PostHog\PostHog;
// It's over here ?> <?php

#[Route('/it', name: 'it')]
#[Validate([
    'nullable', 'string',
])]
final class Feed
{
    public function xml(string $user): string
    {
        $xml = <<<'XML'
            <?xml version="1.0"?><XML it's="(open">
            XML . '<?xml version="1.0" encoding="UTF-8"?>';
        $clean = preg_replace('/<br\s*\/?>/i', "\n", $xml);
        return PostHog::isFeatureEnabled('⟦call:clean-feed⟧', $user) ? $clean : $xml;
    }
}
?>
<p>It's {$open ( <?= PostHog::getFeatureFlag('⟦call:feed-title⟧', 'u') ?></p>
