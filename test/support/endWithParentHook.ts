import { basename } from 'node:path';
import { endWithParent } from '../../src/node/endWithParent';

// Loaded by --require into programs that are not ours and that we start as leaders of a process group: VS Code's server
// and mocha. All of the group ends with us. The server's children inherit the flag, and of them an orphan may belong to
// a window that was reloaded, so the programs themselves watch and nobody else.
const watching = ['server-main.js', 'mocha.js'];
if (watching.includes(basename(process.argv[1] ?? ''))) endWithParent(() => process.kill(0, 'SIGKILL'));
