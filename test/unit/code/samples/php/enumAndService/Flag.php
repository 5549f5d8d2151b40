<?php

namespace App\Flags;

enum Flag: string
{
    case Coupons = '⟦definition:stacked-coupons⟧';
    case Gifts = '⟦definition:gift-wrapping⟧';
}

final class LegacyFlags
{
    public const SHIPPING = '⟦definition:flat-shipping⟧';
    const RETURNS = "⟦definition:easy-returns⟧";
}
