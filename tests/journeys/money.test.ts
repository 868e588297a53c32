import { text as textOf } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { CostingRulebook } from '../../src/domain/records/costingRulebook.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { moneyYearOf, showMoneyYear } from '../../src/domain/rules/annualise.ts'
import { londonDay } from '../../src/domain/rules/day.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const today = londonDay(new Date())
const year = showMoneyYear(moneyYearOf(today, 'apr'))

/** Sums of money in sight that have no reason to open: all of them, or only those that stand by themselves. */
const withoutWhy = ({ frame }: Local, which: 'all' | 'alone'): Promise<string[]> =>
  frame.locator('main').evaluate((main, alone) => {
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (texts.nextNode()) {
      const { textContent, parentElement } = texts.currentNode
      const sum = alone ? /^-?£[\d,]+\.\d\d( a year)?$/ : /£[\d,]+\.\d\d/
      if (sum.test(textContent?.trim() ?? '') && !parentElement?.closest('[aria-description="Why"]'))
        found.push(parentElement?.textContent ?? '')
    }
    return found
  }, which === 'alone')

test('the year’s money of provision: every sum says why by keyboard, and what is not costed leads to its line', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const lines = recordsOf(local).store(Allocation)
  const running = (await lines.all()).records.find(
    (line) => line.from <= today && (line.until ?? today) >= today && line.minutes,
  )!
  await lines.update(running, { minutes: null })
  await goTo(local, 'provision/money')
  const figures = frame.getByLabel('The school’s money of the year')
  await figures.waitFor()
  expect(await frame.getByRole('combobox', { name: 'Financial year' }).inputValue()).toContain('apr')
  await frame.getByText('One line is not costed yet').waitFor()
  await frame.getByText(/: needs minutes a session/).waitFor()
  await local.shot('money')
  expect(await seriousOn(local)).toEqual([])

  const balance = figures
    .locator('div')
    .filter({ hasText: 'Notional SEN budget left' })
    .getByRole('button')
    .first()
  await balance.focus()
  await page.keyboard.press('Enter')
  const why = frame.getByRole('group', { name: 'Why' }).or(frame.getByLabel('Why', { exact: true }))
  await why.getByText('The school spends').first().waitFor()
  await local.shot('money-why')
  await page.keyboard.press('Escape')

  for (const way of ['By group', 'By staff', 'By level', 'By term']) {
    await frame.getByRole('tab', { name: way }).click()
    await frame.getByRole('tab', { name: way, selected: true }).waitFor()
    expect(await withoutWhy(local, 'all'), way).toEqual([])
  }
  await frame.getByRole('rowheader', { name: /term/i }).first().waitFor()
  await local.shot('money-terms')
  await frame.getByRole('tab', { name: 'Funding and bands' }).click()
  await frame.getByRole('heading', { name: 'Bands' }).waitFor()
  await frame.getByRole('button', { name: 'Add a band' }).waitFor()
  await local.shot('money-funding')
  expect(await withoutWhy(local, 'all'), 'funding and bands').toEqual([])
  await frame.getByRole('tab', { name: 'By pupil' }).click()
  expect(await withoutWhy(local, 'all'), 'by pupil').toEqual([])
  await frame.getByRole('link', { name: /,/ }).first().click()
  await frame
    .getByText(/Cost needs minutes a session/)
    .first()
    .waitFor()
  const card = frame.getByRole('region', { name: 'Money', exact: true })
  await card.getByText(/Counted by Costed provision map guidance|Counted by Top-up calculator/).waitFor()
  await card.getByRole('button', { name: 'Add funding' }).waitFor()
  await local.shot('money-pupil')
  // What counts says so in words with its amounts: those are reasons themselves.
  expect(await withoutWhy(local, 'alone'), 'of a pupil').toEqual([])
  for (const place of ['provision/groups', 'provision/scenarios', 'provision/staff', 'school/settings']) {
    await goTo(local, place)
    await frame.locator('main').getByRole('heading').first().waitFor()
    expect(await withoutWhy(local, 'alone'), place).toEqual([])
  }
  expect(await seriousOn(local)).toEqual([])
})

test('an authority’s rules are begun from an example; the worked example follows what is typed, and they leave as a file', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'school/costing')
  await frame.getByRole('button', { name: 'Begin from an example' }).click()
  await frame.getByRole('menuitem', { name: /Harrowdale Borough/ }).click()
  const form = frame.getByRole('form', { name: 'Begin from Harrowdale Borough' })
  await form.getByRole('textbox', { name: /^Local authority/ }).fill('Netherby Council')
  await form.getByRole('button', { name: 'Begin from Harrowdale Borough' }).click()
  const example = frame.getByRole('region', { name: 'Worked example' })
  await example.getByText('Together').waitFor()
  const counts = example
    .getByRole('row', { name: /^Together/ })
    .getByRole('button')
    .nth(1)
  // Fixed £13.98: 41.94 + 664.05 + 1,770.80 + 589.00.
  await expect.poll(() => counts.textContent()).toBe('£3,065.79')
  await frame.getByRole('textbox', { name: 'An hour of a teaching assistant' }).fill('17.20')
  await expect.poll(() => counts.textContent()).toBe('£3,636.27')
  await frame.getByRole('textbox', { name: 'Hours a week that count for one pupil, at most' }).fill('')
  await frame
    .getByRole('region', { name: 'Left open' })
    .getByText(/no limit of hours/)
    .waitFor()
  await example.getByRole('combobox', { name: 'What these rules make of' }).selectOption('disputed')
  await example.getByText(/Equipment and resources don’t count/).waitFor()
  await local.shot('costing-rules')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Save for other schools' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    forWhom(local, 'Another school or college'),
  ])
  const text = await textOf(await file.createReadStream())
  expect(text).toContain('Netherby Council')
  await page.setViewportSize({ width: 420, height: 900 })
  await frame.getByLabel('Costing rules that another school saved').setInputFiles({
    name: 'rules.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text.replace('1720', '"x"')),
  })
  await frame.getByText(/An hour of a teaching assistant is an amount/).waitFor()
  await frame
    .getByLabel('Costing rules that another school saved')
    .setInputFiles({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect
    .poll(
      async () =>
        (await recordsOf(local).store(CostingRulebook).all()).records.filter(
          ({ authority, taRate }) => authority === 'Netherby Council' && taRate === 1720,
        ).length,
    )
    .toBe(2)
  await local.shot('costing-phone')
})

test('an hour’s cost is reckoned from pay, kept with its working, and says how many lines it changes', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  await goTo(local, 'school/settings')
  await frame.getByRole('button', { name: 'Reckon from pay' }).click()
  const helper = frame.getByRole('region', { name: 'Reckon an hour’s cost from pay' })
  await helper.getByRole('textbox', { name: 'Pay a year, £' }).fill('24,000')
  await helper.getByRole('textbox', { name: 'Hours a week in the contract' }).fill('32.5')
  await helper.getByRole('textbox', { name: 'Paid weeks a year' }).fill('44')
  // No fund's figure is made up: it is asked for.
  await helper.getByText(/Write Employer’s pension too/).waitFor()
  await helper
    .getByText(/Ask your payroll/)
    .first()
    .waitFor()
  await helper.getByRole('textbox', { name: 'Employer’s pension, %' }).fill('20')
  await helper.getByText('£22.13 an hour.').waitFor()
  await local.shot('rates-helper')
  expect(await seriousOn(local)).toEqual([])
  await helper.getByRole('button', { name: 'Use it for a rate' }).click()
  await frame.getByText(/Changes the cost of \d+ lines of support from/).waitFor()
  await local.shot('rates-add')
  await frame.getByRole('form', { name: 'Add a rate' }).getByRole('button', { name: 'Add a rate' }).click()
  await expect
    .poll(async () => (await recordsOf(local).store(Rate).all()).records.find(({ from }) => from === today))
    .toMatchObject({ role: 'ta', amount: 2213, working: expect.stringContaining('National Insurance') })
})

test('a head reads the money, staff are told whom to ask', async () => {
  const head = await openLocal({ page: 'teams', persona: 'head' })
  await goTo(head, 'provision/money')
  await head.frame.getByLabel('The school’s money of the year').waitFor()
  await head.frame.getByText(year).first().waitFor({ state: 'attached' })
  await head.close()
  const teacher = await openLocal({ page: 'teams', persona: 'teacher' })
  await goTo(teacher, 'provision/money')
  await teacher.frame
    .getByText(/You can’t see|no access|don’t have access|not open to you/i)
    .first()
    .waitFor()
  expect(await teacher.frame.getByLabel('The school’s money of the year').count()).toBe(0)
})
