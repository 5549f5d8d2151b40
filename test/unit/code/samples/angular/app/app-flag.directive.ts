import { Directive, Input, TemplateRef, ViewContainerRef } from '@angular/core';
import { FlagService } from './flag.service';

@Directive({ selector: '[appFlag]' })
export class AppFlagDirective {
  constructor(
    private flags: FlagService,
    private template: TemplateRef<unknown>,
    private container: ViewContainerRef,
  ) {}

  @Input() set appFlag(key: string) {
    if (this.flags.isOn(key)) this.container.createEmbeddedView(this.template);
    else this.container.clear();
  }
}
