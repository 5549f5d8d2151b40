/** One key for each kind of account, as the server's documentation lists them. The first is printed at its start. */
export const keys = {
  /** Reads, never writes. */
  readOnly: 'phx_sandbox_read_only_0002',
  /** Writes experiments of one project and cannot list projects. */
  projectBound: 'phx_sandbox_project_bound_0003',
  withoutExperiments: 'phx_sandbox_no_experiments_0004',
  /** Its user may only look. */
  viewer: 'phx_sandbox_viewer_0005',
  /** Its user edits experiments but no flags. */
  flagViewer: 'phx_sandbox_flag_viewer_0006',
  projectSecret: 'phs_sandbox_project_secret_0008',
};
