import { Injectable } from '@angular/core';
import posthog from 'posthog-js';

@Injectable({ providedIn: 'root' })
export class FlagService {
  isOn(key: string): boolean {
    return posthog.isFeatureEnabled(key) ?? false;
  }
}
