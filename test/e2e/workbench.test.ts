import assert from 'node:assert/strict';
import { useWorkbench } from './useWorkbench';

describe('the workbench', () => {
  const used = useWorkbench();

  it('shows the sample workspace in its Explorer', async () => {
    const { workbench } = used();
    const rows = await workbench.treeRows('Files Explorer');
    assert.ok(
      rows.some((row) => row.startsWith('README.md')),
      `no README.md among ${rows.join(', ')}`,
    );
  });
});
