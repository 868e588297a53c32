import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FrameLocator } from 'playwright-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Page = { readonly frame: FrameLocator }
type Asked = { readonly coloursOnly?: boolean; readonly seriousOnly?: boolean; readonly tags?: string[] }

/** Runs axe in the frame; what it holds against the page, each with `where`. */
const heldOnce = ({ frame }: Page, where: string, asked: Asked): Promise<string[]> =>
  frame.locator('body').evaluate(
    async (_, given) => {
      const page = window as unknown as { axe?: typeof import('axe-core') }
      if (!page.axe) new Function(given.script)()
      const { violations } = await page.axe!.run(
        { exclude: [['[data-tabster-dummy]']] },
        {
          resultTypes: ['violations'],
          ...(given.asked.coloursOnly
            ? { runOnly: ['color-contrast', 'link-in-text-block'] }
            : given.asked.tags
              ? {
                  runOnly: { type: 'tag', values: given.asked.tags },
                  // It doesn't measure what lies around words to make them 24 pixels high.
                  rules: { 'target-size': { enabled: false } },
                }
              : {}),
        },
      )
      return violations
        .filter(({ impact }) => !given.asked.seriousOnly || impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${given.where}: ${id} ${nodes[0]?.html.slice(0, 200)}`)
    },
    { script, where, asked },
  )

/** The same; what a page shows for a moment while it changes its theme is looked at again once it is still. */
const heldAgainst = async (page: Page, where: string, asked: Asked): Promise<string[]> => {
  const held = await heldOnce(page, where, asked)
  if (held.length === 0) return held
  await new Promise((still) => setTimeout(still, 1_000))
  return heldOnce(page, where, asked)
}

/** What axe calls serious or critical on the page as it stands, each with `where`; in another theme only colours differ. */
export const seriousOn = (page: Page, where = 'here', { coloursOnly = false } = {}): Promise<string[]> =>
  heldAgainst(page, where, { seriousOnly: true, coloursOnly })

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Everything that axe holds against WCAG 2.2 A and AA on the page, however slight it calls it. */
export const wcagOn = (page: Page, where: string): Promise<string[]> =>
  heldAgainst(page, where, { tags: levels })
