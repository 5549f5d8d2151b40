import { endWithParent } from '../../src/node/endWithParent';

// Loaded into the workbench's server by --require. Its children inherit that flag; of them an orphan may be a
// window that was reloaded, so the server alone watches. It leads a process group: all of that ends with it.
if (process.argv[1]?.endsWith('server-main.js')) endWithParent(() => process.kill(0, 'SIGKILL'));
