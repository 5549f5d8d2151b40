import { Component, inject } from '@angular/core';
import { FlagService } from './flag.service';

const template = `<p *ngIf="flags.isOn('not-a-template')"></p>`;

@Component({
  selector: 'app-nav',
  template: `
    <nav *ngIf="flags.isOn('⟦wrapper:nav-bar⟧')" class="nav-bar" (click)="go('nav-bar')">It's here</nav>
    <app-menu [isWide]="flags.isOn('⟦wrapper:nav-wide⟧')"></app-menu>
    @if (!flags.isOn('⟦wrapper:nav-old⟧')) {
      <p>{{ flags.isOn('⟦wrapper:nav-text⟧') ? 'nav-text' : 'other-text' }}</p>
    }
  `,
})
export class NavComponent {
  protected readonly flags = inject(FlagService);
  protected readonly length = template.length;
}

@Component({ selector: 'app-foot', template: '<p *ngIf="flags.isOn(\'⟦wrapper:foot-note⟧\')">foot-note</p>' })
export class FootComponent {
  constructor(readonly flags: FlagService) {}
}
