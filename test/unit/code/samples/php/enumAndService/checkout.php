<?php

use App\Flags\Flag;
use App\Flags\FlagService;
use App\Flags\LegacyFlags;

function checkout(FlagService $flags): void
{
    if ($flags->isOn(⟦use:Flag::Coupons=>stacked-coupons⟧)) {
        stack();
    }
    if ($flags->has(⟦use:LegacyFlags::SHIPPING=>flat-shipping⟧) || $flags->has('⟦wrapper:free-shipping⟧', 'user-9')) {
        ship('flat-shipping');
    }
}
