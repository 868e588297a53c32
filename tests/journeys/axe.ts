import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FrameLocator } from 'playwright-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe calls serious or critical on the page as it stands, each with `where`; in another theme only colours differ. */
export const seriousOn = (
  { frame }: { readonly frame: FrameLocator },
  where = 'here',
  { coloursOnly = false } = {},
): Promise<string[]> =>
  frame.locator('body').evaluate(
    async (_, given) => {
      const page = window as unknown as { axe?: typeof import('axe-core') }
      if (!page.axe) new Function(given.script)()
      const { violations } = await page.axe!.run(
        { exclude: [['[data-tabster-dummy]']] },
        {
          resultTypes: ['violations'],
          ...(given.coloursOnly ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
        },
      )
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${given.where}: ${id} ${nodes[0]?.html.slice(0, 200)}`)
    },
    { script, where, coloursOnly },
  )
