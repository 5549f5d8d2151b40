import { FEATURE_FLAGS } from './constants'
import { setFeatureFlags } from './pages'

const titles = { [FEATURE_FLAGS.SUMMARY]: 'A summary of the session' }

test('shows a summary', async ({ page }) => {
  await setFeatureFlags(page, { [⟦use:FEATURE_FLAGS.SUMMARY=>star-summary⟧]: true })
  const json = { featureFlags: { [⟦use:FEATURE_FLAGS.SUMMARY=>star-summary⟧]: false, other: titles } }
  await page.route('feature-flags', (route) => route.fulfill({ json }))
})
