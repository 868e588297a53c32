import { expect, test } from 'vitest'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'

const figures = ({ frame }: Local) => frame.getByRole('figure')
/** `79.0` in a column is `79` in a picture. */
const plain = (shown: string) => shown.replace(/\.0$/, '')
const standing = async (local: Local) => {
  const figure = figures(local).first()
  await figure.getByRole('img').waitFor()
  return figure
}

test('Impact opens with a chart that its sentence names and its table repeats; keys reach every number', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'provision/impact')
  const figure = await standing(local)
  const summary = await figure.getByRole('img').evaluate((img) => {
    const [name] = [img.getAttribute('aria-labelledby')]
    return document.getElementById(name!)!.textContent!
  })
  expect(summary).toMatch(/met|measured/)

  // The picture and the table say the same: each end that is drawn stands in its row.
  const rows = await figure
    .getByRole('table')
    .evaluate((table) =>
      [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent!),
      ),
    )
  const drawn = await figure.locator('svg title').allTextContents()
  expect(drawn.length).toBeGreaterThan(0)
  for (const told of drawn) {
    const [, name, which, value] = /^(.*): (start|end) (.*)$/.exec(told)!
    const row = rows.find(([head]) => head === name)!
    expect(plain(row[which === 'start' ? 3 : 4]!)).toBe(plain(value!))
  }
  await frame.locator('td', { hasText: 'reading…' }).first().waitFor({ state: 'detached' })
  expect(await seriousOn(local, 'impact')).toEqual([])
  await local.shot('impact-groups')

  // By keys alone: close the table, open it again, go into it, ask a number why.
  const button = figure.getByRole('button', { name: 'Hide the numbers' })
  await button.focus()
  await page.keyboard.press('Enter')
  expect(await figure.getByRole('table').count()).toBe(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(
    await figure.getByRole('region').evaluate((box) => box === document.activeElement),
    'the table can be scrolled by keys',
  ).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await frame.getByLabel('Why', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await local.close()
})

test('pupils with and without SEND stand side by side with no handful told, and what a gain cost', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'provision/impact')
  await frame.getByRole('tab', { name: 'SEND and no SEND' }).click()
  await frame.getByRole('figure', { name: /SEND and no SEND by term/ }).waitFor()
  await frame.getByLabel('By', { exact: true }).selectOption({ label: 'Looked after' })
  const looked = frame.getByRole('figure', { name: /^Looked after/ })
  await looked.getByRole('table').waitFor()
  const counts = await looked
    .getByRole('table')
    .evaluate((table) =>
      [...table.querySelectorAll('tbody tr')].flatMap((row) =>
        [1, 3, 5].map((at) => row.children[at]!.textContent!),
      ),
    )
  // Nobody, five or more, or hidden: never a handful.
  for (const count of counts)
    expect(count === 'hidden' || Number(count) === 0 || Number(count) >= 5).toBe(true)
  await local.shot('impact-send')
  expect(await seriousOn(local, 'send')).toEqual([])

  await frame.getByRole('tab', { name: 'Value for money' }).click()
  await frame.getByRole('figure', { name: /^Cost/ }).first().waitFor()
  await local.shot('impact-value')
  await local.close()
})

for (const [theme, width] of [
  ['dark', 1440],
  ['contrast', 320],
] as const)
  test(`the charts can be told apart in the ${theme} theme at ${width} px, with nothing cut off`, async () => {
    const local = await openLocal({ page: 'teams', theme, viewport: { width, height: 900 } })
    const { frame } = local
    for (const view of ['groups', 'send', 'value']) {
      await goTo(local, `provision/impact?view=${view}`)
      await standing(local)
      expect(await seriousOn(local, `${view} ${theme}`, { coloursOnly: true })).toEqual([])
      const wide = await frame.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth)
      expect(wide, `${view} is no wider than the page`).toBeLessThanOrEqual(0)
      await figures(local).first().scrollIntoViewIfNeeded()
      await local.shot(`impact-${view}-${theme}-${width}`)
    }
    await local.close()
  })
