import { expect, test } from 'vitest'
import type { Route } from '../../src/tab/routes.ts'
import { seriousOn, wcagOn } from './axe.ts'
import { lostColours, markColours } from './forced.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { arriveAt, keysIn, placesAt } from './places.ts'

/** What each place owes a person besides what axe knows: one heading, landmarks, nothing that moves, the focus. */
const basics = ({ frame }: Local, place: string, isNew: boolean): Promise<string[]> =>
  frame.locator('body').evaluate(
    (body, { where, arrived }) => {
      const found: string[] = []
      const heads = body.querySelectorAll('h1').length
      if (heads !== 1) found.push(`${where}: ${heads} first headings`)
      if (document.title.trim() === '') found.push(`${where}: no title`)
      if (body.querySelectorAll('main').length !== 1) found.push(`${where}: not one main landmark`)
      const moving = document.getAnimations().filter(({ playState }) => playState === 'running')
      if (moving.length > 0) found.push(`${where}: ${moving.length} things move although motion is reduced`)
      // The bar may have led there: the heading of a new place takes the focus, so that it is read. Where why was
      // asked, the line that says how it was logged has it.
      const { tagName } = document.activeElement!
      if (arrived && tagName !== 'H1') found.push(`${where}: the focus is on ${tagName}`)
      return found
    },
    { where: place, arrived: isNew },
  )

/** What a page of 320 pixels, a usual one at 400 %, would have to be scrolled sideways for, tables of their own aside. */
const tooWide = ({ frame }: Local, place: string): Promise<string[]> =>
  frame.locator('body').evaluate((body, where) => {
    const { clientWidth } = document.documentElement
    // Office gives a pane 350 pixels to begin with.
    if (clientWidth > 350) return [`${where}: the page is ${clientWidth} px wide, no narrow one`]
    // What scrolls by itself, as a table does, or ends within its own box adds nothing to the page.
    const ends = (one: Element | null): boolean => {
      for (let at = one; at && at.tagName !== 'MAIN' && at !== body; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') return true
      return false
    }
    const out = [...body.querySelectorAll<HTMLElement>('*')].filter((one) => {
      const { right, width, height } = one.getBoundingClientRect()
      return right > clientWidth + 1 && width > 1 && height > 1 && one.checkVisibility() && !ends(one)
    })
    const main = document.querySelector('main')!
    const over = Math.max(
      document.documentElement.scrollWidth - clientWidth,
      main.scrollWidth - main.clientWidth,
    )
    return out.length > 0 || over > 1
      ? [
          `${where}: ${over} px over, ${out.length} beyond the edge: ${out[0]?.parentElement?.outerHTML.slice(0, 300)}`,
        ]
      : []
  }, place)

const background = ({ frame }: Local): Promise<string> =>
  frame.locator('main').evaluate((main) => getComputedStyle(main.parentElement!).backgroundColor)

const turnTo = async (local: Local, theme: string): Promise<void> => {
  const before = await background(local)
  await local.page.getByLabel('Theme').selectOption({ label: theme })
  await expect.poll(() => background(local)).not.toBe(before)
}

/** Light as it stands, the colours of the other two themes, 320 pixels, and forced colours. */
const lookAt = async (local: Local, place: string, isNew: boolean): Promise<string[]> => {
  const { page } = local
  const found = [...(await basics(local, place, isNew)), ...(await wcagOn(local, place))]
  for (const theme of ['Dark', 'High contrast']) {
    await turnTo(local, theme)
    found.push(...(await seriousOn(local, `${theme} ${place}`, { coloursOnly: true })))
  }
  await turnTo(local, 'Light')
  await markColours(local)
  await page.emulateMedia({ forcedColors: 'active' })
  found.push(...(await lostColours(local, place)))
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 320, height: 800 })
  found.push(...(await tooWide(local, place)))
  await page.setViewportSize({ width: 1280, height: 900 })
  return found
}

const parts: readonly (readonly Route['at'][])[] = [
  ['home', 'today', 'register', 'census', 'reconcile', 'reviews', 'live', 'sessions', 'concerns', 'import'],
  ['forms', 'trust', 'profiles', 'profile', 'nowhere', 'provision', 'records'],
  ['school'],
  ['pupil'],
  ['review'],
  ['duties'],
]

test('every place of the tab is looked at', () => {
  expect(parts.flat().toSorted()).toEqual(Object.keys(placesAt).toSorted())
})

test.each(parts.map((ats) => [ats.join(', '), ats] as const))(
  'nothing against WCAG 2.2 AA, in light, dark, high contrast, forced colours and at 400 %%: %s',
  async (_, ats) => {
    // Whether why was asked is told by who goes there: the focus is elsewhere then.
    const local = await openLocal({ page: 'teams', purpose: null, viewport: { width: 1280, height: 900 } })
    const keys = await keysIn(local)
    const found: string[] = []
    let before: string | null = null
    for (const at of ats)
      for (const place of placesAt[at](keys)) {
        const asked = await arriveAt(local, place)
        found.push(...(await lookAt(local, place, before !== null && before !== at && !asked)))
        before = at
      }
    expect(found).toEqual([])
  },
  600_000,
)

/** The pane as it stands, in Word's or Excel's theme, and with forced colours. */
const lookAtPane = async (local: Local, place: string): Promise<string[]> => {
  await expect
    .poll(() => local.frame.locator('main [aria-busy="true"], main .fui-Spinner, main .fui-Skeleton').count())
    .toBe(0)
  const found = [...(await basics(local, place, false)), ...(await wcagOn(local, place))]
  found.push(...(await tooWide(local, place)))
  await markColours(local)
  await local.page.emulateMedia({ forcedColors: 'active' })
  found.push(...(await lostColours(local, place)))
  await local.page.emulateMedia({ forcedColors: 'none' })
  return found
}

test.each(['light', 'dark'])(
  'nothing against WCAG 2.2 AA in the pane beside Word and Excel: %s',
  async (theme) => {
    const word = await openLocal({ page: 'word', query: { theme } })
    const { frame } = word
    await frame.getByRole('main').getByRole('listitem').first().waitFor()
    const found = await lookAtPane(word, `${theme} reviews`)
    await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
    for (const part of ['Minutes', 'Meeting', 'Form']) {
      await frame.getByRole('tab', { name: part, exact: true }).click()
      found.push(...(await lookAtPane(word, `${theme} ${part}`)))
    }
    await frame.getByRole('button', { name: 'Checks for IT' }).click()
    await frame.getByRole('button', { name: 'Run the checks' }).waitFor()
    found.push(...(await lookAtPane(word, `${theme} checks`)))
    await word.close()

    const excel = await openLocal({ page: 'excel', query: { theme } })
    await excel.frame.getByLabel('What the map comes to').getByText('£').first().waitFor()
    found.push(...(await lookAtPane(excel, `${theme} map`)))
    expect(found).toEqual([])
  },
)

test('high contrast: words in a button under the pointer can still be read', async () => {
  const local = await openLocal({ page: 'teams', theme: 'contrast', purpose: null })
  const { frame } = local
  const { pupil } = await keysIn(local)
  await goTo(local, `pupil/${pupil}/views`)
  const why = frame.getByRole('button', { name: 'An annual review' })
  await why.hover()
  const found = await seriousOn(local, 'why', { coloursOnly: true })
  await why.click()
  await frame.getByRole('main').getByRole('button', { expanded: false }).first().hover()
  found.push(...(await seriousOn(local, 'a view', { coloursOnly: true })))
  expect(found).toEqual([])
})
