import isFlagOn from './isFlagOn';

export default function requireFlag(flag: string, message: string) {
  return async (req: any, res: any, next: () => void) => {
    if (await isFlagOn(flag, req.tenant, req.posthog)) next();
    else res.status(403).send(message);
  };
}
