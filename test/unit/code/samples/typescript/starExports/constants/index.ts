export * from './user'
export * from './feature-flags'

export const enum Report {
  Daily = 'daily-report',
}
