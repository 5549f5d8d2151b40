export const TABLE = 'runs-table';
