import { expect, test } from 'vitest'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { onRollOn } from '../../src/domain/rules/census.ts'
import { showDay } from '../../src/domain/rules/day.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** Two schools are reckoned whole. */
const patience = 240_000
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())

const tableOf = ({ frame }: Local, name: string) => frame.getByRole('table', { name, exact: true })
const row = (local: Local, table: string, figure: string) =>
  tableOf(local, table)
    .getByRole('row')
    .filter({ has: local.frame.getByRole('rowheader', { name: figure, exact: true }) })
    .getByRole('cell')
    .allTextContents()

const withSend = async (local: Local, school: string): Promise<number> => {
  const { records } = await recordsOf(local, school).store(Pupil).all()
  return records.filter((pupil) => pupil.status !== 'N' && onRollOn(pupil, today)).length
}

const send = async (local: Local, school: string): Promise<void> => {
  await goTo(local, 'trust', school)
  const own = local.frame.getByRole('region', { name: 'What this school sends' })
  await own.getByText(/^Sent on .* by Helen Marsh/).waitFor()
  await own.getByRole('button', { name: 'Look at today’s figures' }).click()
  await own.getByText(/This is all that would be sent/).waitFor()
  await own.getByRole('button', { name: 'Send these figures' }).click()
  await own.getByText(`Sent on ${showDay(today)} by Helen Marsh.`).waitFor()
}

test(
  'the SENCO sends the figures of both schools; the trust’s director compares them and is let into nothing else',
  async () => {
    const local = await openLocal({ page: 'teams' })
    await send(local, 'oakfield')
    await send(local, 'northmoor')
    const counts = [await withSend(local, 'oakfield'), await withSend(local, 'northmoor')]
    await local.page.getByLabel('Signed in as').selectOption('director')
    await local.frame.getByRole('heading', { level: 1, name: 'Figures of the trust' }).waitFor()
    await tableOf(local, 'Register').waitFor()
    expect(await row(local, 'Register', 'Pupils with SEND')).toEqual(
      [counts[0]! + counts[1]!, ...counts].map(String),
    )
    expect(await local.frame.getByRole('region', { name: 'What this school sends' }).count()).toBe(0)
    for (const table of ['Register', 'By year group', 'By need', 'Reviews in time']) {
      const cells = await tableOf(local, table).getByRole('cell').allTextContents()
      expect(cells.length, table).toBeGreaterThan(2)
      expect(
        cells.filter((cell) => /^[1-4]$/.test(cell)),
        table,
      ).toEqual([])
    }
    const needs = await tableOf(local, 'By need').getByRole('cell').allTextContents()
    expect(needs).toContain('hidden')
    expect(needs.some((cell) => cell.startsWith('at least '))).toBe(true)
    await goTo(local, 'register')
    await local.frame.getByText(/You don’t have access to the SENCO’s records/).waitFor()
    expect(await local.frame.getByRole('table').count()).toBe(0)
  },
  patience,
)

test(
  'whoever is let into one school’s figures alone reads those, is told of the other, and can print them',
  async () => {
    const local = await openLocal({ page: 'teams', persona: 'governor' })
    const { frame } = local
    await tableOf(local, 'Register').waitFor()
    await frame.getByText(/^You are not let into the figures of Northmoor Academy/).waitFor()
    expect(await row(local, 'Register', 'Pupils with SEND')).toHaveLength(1)
    await frame.locator('body').evaluate(() => {
      window.print = () => undefined
    })
    await frame.getByRole('button', { name: 'Print these figures' }).click()
    const paper = frame.locator('.paper')
    await expect.poll(() => paper.textContent()).toMatch(/^Figures of the trust.*Printed on/)
    expect(await paper.textContent()).toContain('Pupils with SEND')
    await frame.locator('body').evaluate(() => void window.dispatchEvent(new Event('afterprint')))
    await expect.poll(() => paper.count()).toBe(0)
  },
  patience,
)

test(
  'where no school has sent any, the director is told so; axe finds nothing serious and nothing lies beyond the edge',
  async () => {
    const empty = await openLocal({ page: 'teams', persona: 'it', school: 'empty' })
    await goTo(empty, 'school/lists')
    const lists = empty.frame.getByRole('region', { name: 'The figures for governors and the trust' })
    await lists.getByText(/^Make 1 list/).waitFor()
    await empty.frame.getByRole('button', { name: 'Set up or update the lists' }).click()
    await lists.getByText('Its list is there and up to date.').waitFor({ timeout: 150_000 })
    await empty.page.getByLabel('Signed in as').selectOption('director')
    await empty.frame.getByText('No figures to show').waitFor()
    await empty.frame.getByText('Oakfield Primary School: nothing was sent yet. Ask the SENCO.').waitFor()
    await empty.close()

    const local = await openLocal({ page: 'teams', persona: 'director' })
    const found: string[] = []
    for (const [width, theme] of [
      [1280, 'Light'],
      [768, 'Dark'],
      [360, 'High contrast'],
    ] as const) {
      await local.page.setViewportSize({ width, height: 800 })
      await local.page.getByLabel('Theme').selectOption({ label: theme })
      await tableOf(local, 'Register').waitFor()
      await local.shot(`figures-${width}`)
      found.push(...(await seriousOn(local, `${theme} ${width}`)))
      const wide = await local.frame.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth)
      expect(wide, `nothing lies beyond the edge at ${width}`).toBe(false)
    }
    expect(found).toEqual([])
  },
  patience,
)
