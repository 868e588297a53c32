import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { buildLocal } from '../../scripts/buildLocal.mjs'
import { ensureBrowser } from '../../scripts/findBrowser.mjs'
import { openSchool } from '../../src/emulator/server/school.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browsers of this run answer, one for each worker: a clipboard belongs to a browser. */
    browsers: readonly string[]
    /** A folder for what this run stores; gone when it ends. */
    scratch: string
  }
}

/** One build, a browser for each worker and one scratch folder with the made-up schools for the whole run. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  // Pages as they were last built: for working on a journey alone.
  const built = process.env['GOLDTHREAD_BUILT'] === '1'
  const scratch = await mkdtemp(join(tmpdir(), 'goldthread-journeys-'))
  // Before any test begins: one that ran out of time while it filled them would meet the next, which fills them too.
  const fillSchools = async () => (await openSchool(join(scratch, 'made-up'), () => {})).close()
  const [pages] = await Promise.all([built || buildLocal(), fillSchools()])
  if (!pages) throw new Error('The pages could not be built.')
  const executablePath = ensureBrowser()
  const browsers = await Promise.all(
    Array.from({ length: project.config.maxWorkers }, () =>
      chromium.launchServer({
        executablePath,
        // Names other than this machine's lead nowhere.
        args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'],
      }),
    ),
  )
  project.provide(
    'browsers',
    browsers.map((browser) => browser.wsEndpoint()),
  )
  project.provide('scratch', scratch)
  return async () => {
    await Promise.all(browsers.map((browser) => browser.close()))
    await rm(scratch, { recursive: true, force: true })
  }
}
