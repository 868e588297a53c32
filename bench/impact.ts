/**
 * The whole-school analysis from store to chart: `npx tsx bench/impact.ts [rows] [latency] [rounds]`, or
 * `npm run bench -- impact`. Fills a made-up
 * school of 1,100 pupils in memory with two years of support, tests and about so many rows of the delivery log
 * (150,000), reads it as the product does, each answer after so many milliseconds (0), and reckons all three analyses,
 * stage by stage. Then opens Impact in the Chromium of this machine over the same lists and tells when the first chart
 * stands, when the sessions are in it, the longest that the page stood still, requests and memory. Medians over the
 * rounds (3); they stand for nothing but this machine.
 */
import { chromium } from 'playwright-core'
import { Allocation } from '../src/domain/records/allocation.ts'
import { AssessmentTool } from '../src/domain/records/assessmentTool.ts'
import { Delivery } from '../src/domain/records/delivery.ts'
import { Goal } from '../src/domain/records/goal.ts'
import { Group } from '../src/domain/records/group.ts'
import { Pupil } from '../src/domain/records/pupil.ts'
import { Rate } from '../src/domain/records/rate.ts'
import { Score } from '../src/domain/records/score.ts'
import { Slot } from '../src/domain/records/slot.ts'
import { SlotPupil } from '../src/domain/records/slotPupil.ts'
import { TermDate } from '../src/domain/records/termDate.ts'
import { acrossGroups, inPeriod, toolsOf, valueOf } from '../src/domain/rules/analysisGroups.ts'
import { measuredLinesSteps } from '../src/domain/rules/analysisLines.ts'
import { sessionsSteps } from '../src/domain/rules/analysisSessions.ts'
import { subgroupResults } from '../src/domain/rules/analysisSubgroups.ts'
import { addDays } from '../src/domain/rules/day.ts'
import { leaversOf } from '../src/domain/rules/leaving.ts'
import { calendarOf } from '../src/domain/rules/schoolCalendar.ts'
import { createGraphEmulator } from '../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../src/emulator/graph/local.ts'
import { localConfig, seedSchools } from '../src/emulator/seed/index.ts'
import { serve } from '../src/emulator/server/serve.ts'
import { connect } from '../src/graph/connect.ts'
import { buildLocal } from '../scripts/buildLocal.mjs'
import { ensureBrowser } from '../scripts/findBrowser.mjs'
import { fillTwoYears } from './impactSchool.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { median } from './median.ts'
import type { Row } from './row.ts'

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
const school = localConfig.schools.find(({ id }) => id === 'northmoor')!

const measured = async (
  rows: number,
  latency: number,
  rounds: number,
  say: (line: string) => void,
): Promise<Row[]> => {
  const emulator = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  await seedSchools(emulator.handle, { today, schools: [school.id] })

  const seen = { requests: 0, bytes: 0 }
  const fresh = () =>
    connect({
      school,
      token: () => Promise.resolve('local:senco'),
      send: async (request) => {
        seen.requests += 1
        if (latency > 0) await new Promise((done) => setTimeout(done, latency))
        const answer = await emulator.handle(request)
        const bytes = await answer.arrayBuffer()
        seen.bytes += bytes.byteLength
        return new Response(bytes, answer)
      },
    }).records
  const setUp = fresh()
  const pupils = (await setUp.store(Pupil).all()).records
  const calendar = calendarOf((await setUp.store(TermDate).all()).records)
  const filled = await fillTwoYears(emulator, {
    pupils: pupils.map(({ key }) => key),
    // Of years without recorded terms every weekday is one of school: two years of rows, whatever the made-up terms.
    calendar: calendarOf([]),
    today,
    sessions: rows,
    sites: { senco: '/sites/northmoor-senco', staff: '/sites/northmoor-staff' },
  })
  say(
    `${school.name}: ${pupils.length} pupils; ${Object.entries(filled)
      .map(([list, n]) => `${list} ${n.toLocaleString('en-GB')}`)
      .join(', ')}`,
  )

  /** Runs a work of many steps; tells how long it took and its longest step. */
  const inSteps = <T>(steps: Generator<undefined, T>): { value: T; took: number; longest: number } => {
    const began = performance.now()
    let longest = 0
    for (;;) {
      const at = performance.now()
      const step = steps.next()
      longest = Math.max(longest, performance.now() - at)
      if (step.done) return { value: step.value, took: performance.now() - began, longest }
    }
  }
  const timed = async <T>(work: () => T | Promise<T>) => {
    const began = performance.now()
    const value = await work()
    return { value, took: performance.now() - began }
  }

  const stages = new Map<string, number[]>()
  const note = (stage: string, value: number) => stages.set(stage, [...(stages.get(stage) ?? []), value])
  for (let round = 0; round < rounds; round += 1) {
    Object.assign(seen, { requests: 0, bytes: 0 })
    const records = fresh()
    const small = await timed(() =>
      Promise.all([
        records.store(Pupil).all(),
        records.store(Allocation).all(),
        records.store(Group).all(),
        records.store(Score).all(),
        records.store(AssessmentTool).all(),
        records.store(Goal).all(),
        records.store(Rate).all(),
      ]),
    )
    const large = await timed(() =>
      Promise.all([records.store(Delivery).all(), records.store(Slot).all(), records.store(SlotPupil).all()]),
    )
    note('read pupils, lines, scores, ms', small.took)
    note('read the delivery log and timetable, ms', large.took)
    const [known, allocations, groups, scores, tools, goals, rates] = small.value.map(({ records: all }) => all) as never as [
    Pupil[], Allocation[], Group[], Score[], AssessmentTool[], Goal[], Rate[]
  ] as never as [never[], never[], never[], never[], never[], never[], never[]] // prettier-ignore
    const [deliveries, slots, slotPupils] = large.value.map(({ records: all }) => all) as never as [
      never[],
      never[],
      never[],
    ]
    const sessions = inSteps(
      sessionsSteps(
        { allocations, groups, slots, slotPupils, deliveries, calendar, counted: null, today },
        addDays(today, -730),
        today,
      ),
    )
    note('sessions of every line, ms', sessions.took)
    note('… its longest step, ms', sessions.longest)
    const measured = inSteps(
      measuredLinesSteps({
        allocations,
        groups,
        calendar,
        leavers: leaversOf(known),
        weeksInYear: 38,
        scores,
        tools,
        goals,
        rates,
        sessions: sessions.value,
      }),
    )
    note('impact and cost of every line, ms', measured.took)
    note('… its longest step, ms ', measured.longest)
    const figures = await timed(() => {
      const lines = inPeriod(measured.value, { from: addDays(today, -730), until: today })
      const [first] = toolsOf(lines)
      const byKey = new Map(known.map((pupil: { key: string }) => [pupil.key, pupil]))
      return [
        acrossGroups(lines, first!.tool, String),
        valueOf(lines, first!.tool, String),
        subgroupResults(scores, byKey as never, first!.tool),
      ]
    })
    note('figures of all three analyses, ms', figures.took)
  }
  say(
    `In Node, ${latency} ms before each answer, medians of ${rounds}: ${seen.requests} requests, ${(seen.bytes / 2 ** 20).toFixed(1)} MB`,
  )
  for (const [stage, values] of stages) say(`${stage.padEnd(44)} ${median(values).toFixed(0).padStart(8)}`)

  if (!(await buildLocal())) throw new Error('The pages could not be built.')
  const served = await serve(emulator, 0)
  const browser = await chromium.launch({ executablePath: ensureBrowser() })
  const found = new Map<string, number[]>()
  const told = (what: string, value: number) => found.set(what, [...(found.get(what) ?? []), value])
  try {
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
      })
      page.setDefaultTimeout(180_000)
      await page.addInitScript(() => {
        const tasks: number[] = []
        Object.assign(globalThis, { longTasks: tasks })
        new PerformanceObserver((list) =>
          tasks.push(...list.getEntries().map(({ duration }) => duration)),
        ).observe({ type: 'longtask' })
      })
      const counted = { requests: 0, bytes: 0 }
      page.on('response', (response) => {
        if (!response.url().includes('/graph/')) return
        counted.requests += 1
        void response.body().then(
          ({ byteLength }) => (counted.bytes += byteLength),
          () => {},
        )
      })
      await page.goto(`${served.origin}/teams/?as=senco&theme=default`)
      const frame = page.frameLocator('iframe[name="app"]')
      const body = frame.locator('body')
      await frame.locator('h1').first().waitFor()
      await page.waitForTimeout(1_500)
      await body.evaluate(() => ((globalThis as unknown as { longTasks: number[] }).longTasks.length = 0))
      Object.assign(counted, { requests: 0, bytes: 0 })
      const began = performance.now()
      await body.evaluate(() => (window.location.hash = '/northmoor/provision/impact'))
      await frame.locator('figure svg').first().waitFor()
      told('the first chart stands, ms', performance.now() - began)
      await frame.locator('td', { hasText: 'reading…' }).first().waitFor({ state: 'detached' })
      told('sessions are in its table, ms', performance.now() - began)
      const tasks = await body.evaluate(() => [
        ...(globalThis as unknown as { longTasks: number[] }).longTasks,
      ])
      told('longest that the page stood still, ms', Math.max(0, ...tasks))
      told('tasks of more than 100 ms', tasks.filter((one) => one > 100).length)
      told('requests', counted.requests)
      for (const [name, words] of [
        ['SEND and no SEND', 'to SEND and no SEND, ms'],
        ['Value for money', 'to value for money, ms'],
      ] as const) {
        const at = performance.now()
        await frame.getByRole('tab', { name }).click()
        await frame.locator('figure svg').first().waitFor()
        await body.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))))
        told(words, performance.now() - at)
      }
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      told('JavaScript memory after, MB', usedSize / 2 ** 20)
      await page.close()
    }
  } finally {
    await browser.close()
    await served.close()
    await emulator.close()
  }
  say(`In Chromium, medians of ${rounds}`)
  for (const [what, values] of found) say(`${what.padEnd(44)} ${median(values).toFixed(0).padStart(8)}`)
  const rowOf = (where: string, what: string, values: readonly number[]): Row => {
    const [, words = what, unit = ''] = /^(.*?)(?:, (ms|MB))?\s*$/.exec(what) ?? []
    return {
      what: `Impact over ${rows.toLocaleString('en-GB')} sessions, ${where}: ${words}`,
      figure: median(values),
      unit,
      peer: null,
      ratio: null,
      limit: null,
      ok: true,
    }
  }
  return [
    ...[...stages].map(([what, values]) => rowOf('Node', what, values)),
    ...[...found].map(([what, values]) => rowOf('Chromium', what, values)),
  ]
}

export const run = ({ quick }: Options, say: (line: string) => void = () => {}): Promise<Row[]> =>
  quick ? measured(10_000, 0, 1, say) : measured(150_000, 0, 3, say)

if (isMain(import.meta.url))
  await measured(
    Number(process.argv[2] ?? 150_000),
    Number(process.argv[3] ?? 0),
    Number(process.argv[4] ?? 3),
    console.log,
  )
