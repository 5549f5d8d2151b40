import posthog from 'posthog-js';
import { z } from 'zod';

export const flagSchema = z.enum(['⟦definition:schema-nav⟧', '⟦definition:schema-menu⟧']);
export type SchemaFlag = z.infer<typeof flagSchema>;

const NAMES = ['⟦definition:listed-nav⟧', '⟦definition:listed-menu⟧'] as const;
const nameSchema = z.enum(NAMES);

const literalSchema = z.union([z.literal('⟦definition:literal-nav⟧'), z.literal('⟦definition:literal-menu⟧')]);
type LiteralFlag = z.infer<typeof literalSchema>;

const sizeSchema = z.enum(['size-small', 'size-large']);
type Size = z.infer<typeof sizeSchema>;

export const isOn = (flag: SchemaFlag, size: Size) => size === 'size-small' && posthog.isFeatureEnabled(flag);
export const isListed = (flag: z.infer<typeof nameSchema>) => posthog.isFeatureEnabled(flag);
export const isLiteral = (flag: LiteralFlag) => posthog.isFeatureEnabled(flag);
export const nav = isOn('⟦wrapper:schema-nav⟧', 'size-large');
