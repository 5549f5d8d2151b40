import { FEATURE_FLAGS, Report } from './constants'
import { client as productClient } from './client'

const isOn = (flag: FEATURE_FLAGS, userId: string) => productClient.isFeatureEnabled(flag, userId)

export const hasSummary = (userId: string) => isOn(⟦use:FEATURE_FLAGS.SUMMARY=>star-summary⟧, userId)
export const report = Report.Daily
