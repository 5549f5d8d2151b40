import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { PostHog } from 'posthog-node';
import { FLAG_KEY } from './flag.decorator';

@Injectable()
export class FlagGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly posthog: PostHog,
  ) {}

  async canActivate(context: ExecutionContext) {
    const flag = this.reflector.get<string>(FLAG_KEY, context.getHandler());
    return (await this.posthog.isFeatureEnabled(flag, 'user-1')) === true;
  }
}
