import isOn from './isFlagOn';
import guard from './requireFlag';

export const routes = (app: any, client: any) => {
  app.post('/automations', guard('⟦wrapper:workflow-automations⟧', 'errors.workflow-automations.off'));
  app.get('/quota', async (req: any) => isOn('⟦wrapper:quota-banner⟧', req.tenant, client));
};
