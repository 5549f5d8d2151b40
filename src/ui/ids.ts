/** Every id that package.json declares, once. A test holds the two against each other. */
export const viewId = 'experimentLens.experiments';
export const fileViewId = 'experimentLens.inFile';
export const panelType = 'experimentLens.panel';

export const commandIds = {
  signIn: 'experimentLens.signIn',
  signOut: 'experimentLens.signOut',
  selectProject: 'experimentLens.selectProject',
  useSampleData: 'experimentLens.useSampleData',
  refresh: 'experimentLens.refresh',
  openExperiment: 'experimentLens.openExperiment',
  createExperiment: 'experimentLens.createExperiment',
  duplicateExperiment: 'experimentLens.duplicateExperiment',
  archiveExperiment: 'experimentLens.archiveExperiment',
  unarchiveExperiment: 'experimentLens.unarchiveExperiment',
  editExperiment: 'experimentLens.editExperiment',
  deleteExperiment: 'experimentLens.deleteExperiment',
  restoreExperiment: 'experimentLens.restoreExperiment',
  recalculateTimeseries: 'experimentLens.recalculateTimeseries',
  createExposureCohort: 'experimentLens.createExposureCohort',
  checkFlagImplementation: 'experimentLens.checkFlagImplementation',
  openInPostHog: 'experimentLens.openInPostHog',
  copyFlagKey: 'experimentLens.copyFlagKey',
  copyLink: 'experimentLens.copyLink',
  revealInCode: 'experimentLens.revealInCode',
  revealInTree: 'experimentLens.revealInTree',
  nextReference: 'experimentLens.nextReference',
  previousReference: 'experimentLens.previousReference',
  insertFlagCheck: 'experimentLens.insertFlagCheck',
  generateFlagTypes: 'experimentLens.generateFlagTypes',
  exportResults: 'experimentLens.exportResults',
  showStats: 'experimentLens.showStats',
  browseEligibleFlags: 'experimentLens.browseEligibleFlags',
  showInFile: 'experimentLens.showInFile',
  toggleQuietMode: 'experimentLens.toggleQuietMode',
  ignoreFinding: 'experimentLens.ignoreFinding',
  showLog: 'experimentLens.showLog',
} as const;
export type CommandName = keyof typeof commandIds;

/** VS Code's ids of the languages that the finder reads. They activate the extension. */
export const languageIds: readonly string[] = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'vue',
  'svelte',
  'astro',
  'html',
  'python',
  'go',
  'ruby',
  'erb',
  'php',
  'blade',
  'java',
  'kotlin',
  'swift',
  'dart',
  'csharp',
  'razor',
  'aspnetcorerazor',
  'rust',
  'elixir',
  'phoenix-heex',
  'heex',
  'html-eex',
];

/** Context keys that menus and welcome views are shown by. */
export const contextKeys = {
  /** `starting`, `signedOut`, `noProject`, `failed` or `open`. */
  session: 'experimentLens.session',
} as const;

export const settings = {
  section: 'experimentLens',
  documentLinks: 'documentLinks.enabled',
  keepFlagTypes: 'flagTypes.keepCurrent',
  quietMode: 'quietMode',
  codeLensShow: 'codeLens.show',
  codeLensBranches: 'codeLens.branches',
  /** Of earlier versions; obeyed while nobody chose `codeLens.show`. */
  codeLensEnabled: 'codeLens.enabled',
  hover: 'hover.enabled',
  statusBar: 'statusBar.show',
  branchHints: 'decorations.branchHints',
  fadeLost: 'decorations.fadeLost',
  diagnosticsEnabled: 'diagnostics.enabled',
  diagnosticsSeverity: 'diagnostics.severity',
  ignoredFlags: 'diagnostics.ignoredFlags',
  completionEnabled: 'completion.enabled',
  flagFunctions: 'flagFunctions',
  clientNames: 'clientNames',
  indexEnabled: 'index.enabled',
  indexExclude: 'index.exclude',
  hideEarlyResults: 'hideEarlyResults',
  resultsPalette: 'resultsPalette',
} as const;
