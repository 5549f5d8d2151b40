import { Controller, Get, UseGuards } from '@nestjs/common';
import { FeatureFlag, Roles } from './flag.decorator';
import { FlagGuard } from './flag.guard';
import { RequireFlag } from './requireFlag';

@Controller('reports-path')
@UseGuards(FlagGuard)
export class ReportsController {
  @Get('weekly-report')
  @Roles('report-reader')
  @FeatureFlag('⟦wrapper:decorated-report⟧')
  weekly() {
    return 'decorated-report';
  }

  @RequireFlag('⟦wrapper:required-report⟧')
  async daily() {
    return 'required-report';
  }
}
