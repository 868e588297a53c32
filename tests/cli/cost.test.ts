import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cost } from '../../src/cli/cost.ts'
import { Stop } from '../../src/cli/stop.ts'
import { rulebookText } from '../../src/documents/rulebookFile.ts'
import { fieldsOf } from '../../src/domain/record.ts'
import { CostingRulebook } from '../../src/domain/records/costingRulebook.ts'
import { exampleRulebooks } from '../../src/domain/rules/rulebookExamples.ts'
import { temporaryFolder } from './run.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => void (folder = await temporaryFolder()))
afterAll(() => folder.remove())

const fileOf = async (content: unknown) => {
  const file = join(folder.path, `${randomUUID()}.json`)
  await writeFile(
    file,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  )
  return file
}
type Answer = {
  readonly perPupilPence: number
  readonly groupTotalPence: number
  readonly why: { readonly rule: string; readonly source: string }
  readonly countsPence: number
  readonly notCountedPence: number
  readonly whyCounts: { readonly says: string }
  readonly pupil: Record<string, number>
}
/** What the command prints, or the sentence with which it stops; never both. */
const run = async (file: string, rulebook?: string): Promise<{ answers: Answer[] } | { said: string }> => {
  const printed: string[] = []
  try {
    const code = await cost(
      { command: 'cost', given: { file, ...(rulebook !== undefined && { rulebook }) }, rest: [] },
      { print: (line) => printed.push(line), log: (line) => printed.push(line) },
    )
    expect([code, printed.length]).toEqual([0, 1])
    return { answers: JSON.parse(printed[0]!) as Answer[] }
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown
    expect([thrown.exitCode, printed]).toEqual([2, []])
    return { said: thrown.message }
  }
}
const said = async (content: unknown, rulebook?: string) => {
  const ran = await run(await fileOf(content), rulebook)
  return 'said' in ran ? ran.said : `answered ${JSON.stringify(ran.answers).slice(0, 200)}`
}
const answers = async (content: unknown, rulebook?: string) => {
  const ran = await run(await fileOf(content), rulebook)
  if ('said' in ran) throw new Error(ran.said)
  return ran.answers
}

const plain = { ratePence: 1720, sessionsPerWeek: 3, minutes: 20, prepMinutes: 0, weeks: 12, groupSize: 4 }
const hundredths = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((n) => n / 100)
const anyCase = fc.record(
  {
    ratePence: hundredths(20_000),
    sessionsPerWeek: hundredths(50),
    minutes: fc.integer({ min: 0, max: 600 }),
    prepMinutes: fc.integer({ min: 0, max: 120 }),
    weeks: fc.integer({ min: 0, max: 520 }).map((n) => n / 10),
    groupSize: fc.integer({ min: 1, max: 60 }),
    resourcesPence: fc.integer({ min: 0, max: 1_000_000 }),
    externalPence: fc.integer({ min: 0, max: 1_000_000 }),
    charge: fc.constantFrom('share', 'full'),
  },
  { requiredKeys: ['ratePence', 'sessionsPerWeek', 'minutes', 'weeks', 'groupSize'] },
)

test('the guidance’s worked example, line by line, and what three share', async () => {
  const lines = await answers([
    plain,
    { ...plain, sessionsPerWeek: 5, minutes: 15, weeks: 38, groupSize: 1 },
    { ...plain, sessionsPerWeek: 10, minutes: 60, weeks: 38, groupSize: 3 },
    { ...plain, ratePence: 6200, sessionsPerWeek: 1, minutes: 30, weeks: 19, groupSize: 1 },
    { ...plain, ratePence: 0, weeks: 0, groupSize: 3, resourcesPence: 10_000 },
  ])
  const pence = lines.map(({ perPupilPence }) => perPupilPence)
  expect(pence).toEqual([51_60, 817_00, 2178_67, 589_00, 33_33])
  expect(pence.slice(0, 4).reduce((sum, one) => sum + one)).toBe(3636_27)
  expect(lines.map(({ groupTotalPence }) => groupTotalPence)).toEqual([
    206_40, 817_00, 6536_00, 589_00, 100_00,
  ])
})

test('rate × sessions × (minutes + preparation) ÷ 60 × weeks + resources + external, shared or in full, rounded half up', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 20 }), async (cases) => {
      const half = (top: bigint, bottom: bigint) => Number((top * 2n + bottom) / (bottom * 2n))
      const whole = (n: number | undefined, by: number) => BigInt(Math.round((n ?? 0) * by))
      expect(
        (await answers(cases)).map(({ perPupilPence, groupTotalPence }) => [perPupilPence, groupTotalPence]),
      ).toEqual(
        cases.map((one) => {
          // In sixtieths of an hour, hundredths of a penny and of a session, tenths of a week.
          const unit = 60n * 100n * 100n * 10n
          const total =
            whole(one.ratePence, 100) *
              whole(one.sessionsPerWeek, 100) *
              whole(one.minutes + (one.prepMinutes ?? 0), 1) *
              whole(one.weeks, 10) +
            whole((one.resourcesPence ?? 0) + (one.externalPence ?? 0), 1) * unit
          const sharers = one.charge === 'full' ? 1n : BigInt(one.groupSize)
          return [half(total, unit * sharers), half(total, unit)]
        }),
      )
    }),
    { numRuns: 40 },
  ))

const numbers = [
  'ratePence',
  'sessionsPerWeek',
  'minutes',
  'prepMinutes',
  'weeks',
  'groupSize',
  'resourcesPence',
  'externalPence',
] as const
/** No number from 0 on: what a spreadsheet, a form or a careless program leaves in a number's place. */
const noNumber = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '3', '£17.20', '20 min', '1,5', 'NaN', '٣', '½', '🦄', '\u0000'),
  fc.boolean(),
  fc.constant([]),
  fc.constant({}),
  fc.constant([3]),
  fc.integer({ max: -1 }),
  fc.constantFrom(1e10, 1e300, -0.01),
)

test('whatever stands in a number’s place is told with its case and its field, each in one line, and nothing is printed', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(anyCase, { maxLength: 5 }),
      anyCase,
      fc.constantFrom(...numbers),
      noNumber,
      fc.constantFrom(undefined, 'Westmoor', 'harrowdale', 'Saltford Bay Council'),
      async (before, broken, field, value, rulebook) => {
        const told = await said([...before, { ...broken, [field]: value }, ...before], rulebook)
        const lines = told.split('\n')
        expect(lines).toHaveLength(1)
        expect(lines[0]).toMatch(new RegExp(`^Case ${before.length + 1}: ${field} .*\\.$`))
      },
    ),
    { numRuns: 150 },
  ))

test('whatever else is in the file, the command answers every case or stops in sentences; it never breaks', () =>
  fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc.array(fc.dictionary(fc.constantFrom(...numbers, 'role', 'pupil'), fc.jsonValue())),
      ),
      fc.constantFrom(undefined, 'Westmoor'),
      async (content, rulebook) => {
        const ran = await run(await fileOf(content), rulebook)
        if ('said' in ran) expect(ran.said).toMatch(/\.$/)
        else
          for (const { perPupilPence, groupTotalPence, why } of ran.answers) {
            expect([perPupilPence, groupTotalPence].every(Number.isSafeInteger)).toBe(true)
            expect(why.source).not.toBe('')
          }
      },
    ),
    { numRuns: 150 },
  ))

test.each<[name: string, content: unknown, said: RegExp]>([
  ['an empty file', '', /\.json is not JSON: it is empty\.$/],
  ['a file that breaks off', '[{"ratePence": 1720', /is not JSON: it .*\.$/],
  [
    'a sum that failed',
    '[\n{"ratePence": 1, "minutes": NaN}]',
    /: line 2 says NaN, where a number in digits/,
  ],
  ['one that is above all', '[{"note": "Infinity", "weeks": -Infinity}]', /: line 1 says -Infinity/],
  ['a comma too many', '[\n{"ratePence": 1},\n]', /is not JSON/],
  ['a page of the web', '<!doctype html>', /is not JSON/],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 255, 254]), /is not JSON/],
  ['nothing', 'null', /is not a list of cases: it should begin with \[\.$/],
  ['one case alone', plain, /is not a list of cases/],
  ['a list in a list', [[plain]], /^Case 1 is not an object\.$/],
  [
    'a name in capitals',
    [{ ...plain, ratePence: undefined, RatePence: 1720 }],
    /^Case 1: ratePence is missing/,
  ],
  [
    'a name like another',
    [{ ...plain, external: 500 }],
    /^Case 1: external is not known: .* externalPence\.$/,
  ],
  [
    'another one',
    [plain, { ...plain, chargeMode: 'full' }],
    /^Case 2: chargeMode is not known: .* charge\.$/,
  ],
  ['a charge that isn’t there', [{ ...plain, charge: 'half' }], /^Case 1: charge is one of share, full\.$/],
  [
    'more than there is money',
    [{ ...plain, ratePence: 1e9, minutes: 1e9, weeks: 1e9 }],
    /^Case 1: it comes to more/,
  ],
])('%s is told in one sentence', async (_name, content, words) => {
  const told = await said(content)
  expect(told).toMatch(words)
  expect(told.split('\n')).toHaveLength(1)
})

test('an empty list has no answers, and names in any script are names', async () => {
  expect(await answers([])).toEqual([])
  const pupil = 'Zoë Łukasz 李 🦄'
  const [one, two] = await answers(
    [
      { ...plain, pupil },
      { ...plain, pupil },
    ],
    'Saltford',
  )
  expect(one!.pupil['countsPence']).toBe(one!.countsPence + two!.countsPence)
})

test('a rulebook that lacks rows reckons as without them, says so of a rate, and is refused where a row is needed', async () => {
  const one = {
    ...plain,
    sessionsPerWeek: 40,
    minutes: 60,
    prepMinutes: 5,
    weeks: 39,
    groupSize: 1,
    role: 'teacher',
  }
  const needed = ['authority', 'from']
  for (const { rulebook } of exampleRulebooks)
    for (const [field] of fieldsOf(CostingRulebook)) {
      const without = await fileOf(rulebookText({ ...rulebook, [field]: null } as CostingRulebook))
      const ran = await run(await fileOf([one]), without)
      if (needed.includes(field)) {
        expect('said' in ran && ran.said).toMatch(
          new RegExp(`: The row “${field}” can’t be taken\\. .* is needed\\.$`),
        )
        continue
      }
      if ('said' in ran) throw new Error(`${field}: ${ran.said}`)
      const [{ countsPence, notCountedPence, whyCounts }] = ran.answers as [Answer]
      expect(Number.isSafeInteger(countsPence) && countsPence >= 0 && notCountedPence >= 0).toBe(true)
      if (field === 'teacherRate' && rulebook.rates === 'fixed')
        expect(whyCounts.says).toContain('have no rate for')
    }
})

test.each<[name: string, content: string, said: RegExp]>([
  ['no JSON', 'weeks: 38', /: This file is no file of costing rules\./],
  ['another file of ours', '{"kind":"goldthread form"}', /is no file of costing rules\./],
  ['no version', '{"kind":"goldthread costing rules","rules":{}}', /is no file of costing rules\./],
  ['a later version', '{"kind":"goldthread costing rules","version":2,"rules":{}}', /by a newer Goldthread/],
  ['no rules', '{"kind":"goldthread costing rules","version":1}', /has no rules in it\./],
])(
  'a file of costing rules with %s is told in a sentence and nothing is reckoned',
  async (_name, content, words) => {
    expect(await said([plain], await fileOf(content))).toMatch(words)
  },
)

test.each<[field: string, value: unknown, said: RegExp]>([
  ['weeks', '38', /“weeks” can’t be taken\. .* is a number from 1 to 52/],
  ['taRate', -1, /“taRate” can’t be taken\. .* is an amount/],
  ['rounding', 'up', /“rounding” can’t be taken\. .* is one of: line \(.*\), total \(.*\)\.$/],
  ['from', '1/4/2026', /“from” can’t be taken\. .* is a date/],
  ['wecks', 38, /a row “wecks” that costing rules don’t have\.$/],
])('a row “%s” of %j in a file of costing rules is named', async (field, value, words) => {
  const text = rulebookText({ ...exampleRulebooks[1]!.rulebook, [field]: value } as CostingRulebook)
  const whole = field === 'wecks' ? text.replace('"weeks"', '"wecks"') : text
  expect(await said([plain], await fileOf(whole))).toMatch(words)
})
