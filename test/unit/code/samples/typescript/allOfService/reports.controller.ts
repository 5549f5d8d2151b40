import { FlagsService } from './flags.service';
import { SettingsService } from './settings.service';

export class ReportsController {
  constructor(
    private readonly flags: FlagsService,
    private readonly settings: SettingsService,
  ) {}

  async list(user: User) {
    const all = await this.flags.all(user);
    const rows = await this.settings.rows(user);
    return { isBeta: all['⟦call:beta-reports⟧'] === true, rows: rows['report-rows'] };
  }
}
