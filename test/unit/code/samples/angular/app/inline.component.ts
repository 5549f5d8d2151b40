import { Component, inject } from '@angular/core';
import { FlagService } from './flag.service';

@Component({
  selector: 'app-inline',
  template: `
    @if (flags.isOn('⟦wrapper:ng-inline⟧')) {
      <p>ng-inline isn't here</p>
    }
  `,
})
export class InlineComponent {
  readonly flags = inject(FlagService);
}
