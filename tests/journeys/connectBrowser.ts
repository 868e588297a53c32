import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** A connection to the browser of the worker that this test runs in. */
export const connectBrowser = (): Promise<Browser> => {
  const browsers = inject('browsers')
  return chromium.connect(browsers[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1] ?? browsers[0]!)
}
