import { SetMetadata } from '@nestjs/common';

export const FLAG_KEY = 'featureFlagKey';
export const FeatureFlag = (flag: string) => SetMetadata(FLAG_KEY, flag);
export const Roles = (role: string) => SetMetadata('roles', role);
