import { createClient } from '../../src/core/api/createClient';
import type { Transport } from '../../src/core/api/transport';
import { createSession } from '../../src/core/session';
import { nameProject } from '../../src/core/useCase/nameProject';
import { refreshExperiments } from '../../src/core/useCase/refreshExperiments';
import { Upkeep } from '../../src/core/useCase/upkeep';
import { createSandbox } from '../../src/sandbox/inProcessTransport';
import { Clock } from '../unit/support/clock';
import { ManualTimers } from '../unit/support/manualTimers';
import { MemoryStorage } from '../unit/support/memoryStorage';
import { figure, type Figure } from './measure';

const size = 120;
const silent = { info: () => undefined, debug: () => undefined, warn: () => undefined };

/** What the view asks of PostHog with nobody touching anything, in a project of 120 experiments. */
export async function measureRequests(): Promise<Figure[]> {
  const sandbox = createSandbox({ experiments: size });
  let count = 0;
  let underWay = 0;
  const counting: Transport = {
    async send(request, signal) {
      count++;
      underWay++;
      return sandbox.transport.send(request, signal).finally(() => underWay--);
    },
  };
  const clock = new Clock(Date.now());
  const timers = new ManualTimers();
  const session = createSession(
    {
      accountId: 'bench',
      projectId: sandbox.projectId,
      webUrl: undefined,
      client: createClient(counting, silent),
      storage: new MemoryStorage(),
      now: clock.now,
    },
    sandbox.projectName,
  );
  const quiet = async () => {
    for (let calm = 0; calm < 20; calm = underWay === 0 ? calm + 1 : 0) await new Promise(setImmediate);
  };
  const during = async (work: () => Promise<void> | void): Promise<number> => {
    const before = count;
    await work();
    await quiet();
    return count - before;
  };
  const anHour = async () => {
    for (let minute = 0; minute < 60; minute++) {
      clock.advance(60_000);
      timers.fire();
      await quiet();
    }
  };

  const upkeep = new Upkeep(session, { timers, logger: silent, onMinute: () => undefined });
  const opening = await during(async () => {
    upkeep.show();
    await refreshExperiments(session, session.signal);
    await nameProject(session);
  });
  const firstHour = opening + (await during(anHour));
  const nextHour = await during(anHour);
  upkeep.hide();
  const hidden = await during(anHour);
  session.dispose();
  return [
    figure(`view of ${size}: opening`, 'requests', [opening], 25),
    figure(`view of ${size}: the first hour, opening included`, 'requests', [firstHour], 60),
    figure(`view of ${size}: an idle hour after it`, 'requests', [nextHour], 60),
    figure(`view of ${size}: a hidden hour`, 'requests', [hidden], 0),
  ];
}
