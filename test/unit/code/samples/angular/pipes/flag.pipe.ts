import { Pipe, PipeTransform, inject } from '@angular/core';
import { FlagService } from './flag.service';

@Pipe({ name: 'featureFlag', standalone: true })
export class FeatureFlagPipe implements PipeTransform {
  private readonly flags = inject(FlagService);

  transform(key: string): boolean {
    return this.flags.isOn(key);
  }
}

@Pipe({ name: 'money', standalone: true })
export class MoneyPipe implements PipeTransform {
  transform(value: string): string {
    return `${value} €`;
  }
}
