import { Component, inject } from '@angular/core';
import { FlagService } from './flag.service';

@Component({
  selector: 'app-home',
  templateUrl: './home.component.html',
})
export class HomeComponent {
  protected readonly flags = inject(FlagService);
  readonly isWide = this.flags.isOn('⟦wrapper:ng-wide⟧');

  constructor(private readonly service: FlagService) {}

  title() {
    return this.service.variant('⟦wrapper:ng-title⟧');
  }
}
