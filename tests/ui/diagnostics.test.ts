import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appVersion } from '../../src/version.ts'
import { setsOf } from '../../src/host/facts.ts'
import type { PageFacts } from '../../src/host/page.ts'
import { newPace } from '../../src/graph/pace.ts'
import { newWatch } from '../../src/graph/watch.ts'
import { connect } from '../../src/graph/connect.ts'
import { type Checked, gather } from '../../src/ui/diagnostics/gather.ts'
import { leftOut, type Line, median, shown } from '../../src/ui/diagnostics/line.ts'
import { asText, groupsOf } from '../../src/ui/diagnostics/report.ts'
import { openQuestions, tries } from '../../src/ui/diagnostics/tries.ts'
import type { Services } from '../../src/ui/services.tsx'
import { oakfield, oakfieldSchool, sencoSite, type Oakfield } from '../graph/oakfield.ts'

const page: PageFacts = {
  browser: 'Edge 140',
  language: 'en-GB',
  timeZone: 'Europe/London',
  size: [1280, 720, 1],
  framed: true,
  around: ['teams.microsoft.com', 'oakfieldtrust.sharepoint.com'],
  storage: 'apart',
  clipboard: true,
}
const pageHere = { facts: () => page, ownServer: async () => null }

const servicesAs = ({ emulator, clock }: Oakfield, persona = 'senco'): Services => {
  const [watch, pace] = [newWatch(clock.now), newPace(clock)]
  const token = async () => emulator.admin.tokenFor(persona)
  const connection = connect({ school: oakfield, token, send: emulator.handle, ...clock, watch, pace })
  const probes = {
    ...connection.probes,
    host: async () => ({
      program: 'Teams',
      platform: 'web',
      version: 'Teams',
      nestedSignIn: true,
      sets: [],
    }),
    signIn: async () => ({
      by: 'host',
      bridge: true,
      scopes: ['https://graph.microsoft.com/Sites.Selected', 'User.Read', 'openid'],
      account: 'member',
    }),
    seen: async () => ({ ...watch.seen(), held: pace.held() }),
  }
  return { school: oakfield, now: clock.now, checkSite: connection.checkSite, probes } as unknown as Services
}

const checkedAs = (school: Oakfield, persona?: string) =>
  gather(servicesAs(school, persona), pageHere, () => {})
const linesOf = (checked: Checked): Line[] => groupsOf(checked, shown).flatMap(({ lines }) => lines)
/** One school as it should be, for all that differ from it in one thing. */
let found: Promise<Checked> | null = null
const sound = () => (found ??= oakfieldSchool().then((school) => checkedAs(school)))
const line = (checked: Checked, id: string) => linesOf(checked).find((each) => each.id === id)

test('a school as it should be has nothing to put right, and each open question has its answer or its try', async () => {
  const school = await oakfieldSchool()
  const told: string[] = []
  const checked = await gather(servicesAs(school), pageHere, (done, of, what) =>
    told.push(`${done}/${of} ${what}`),
  )
  expect(linesOf(checked).filter(({ mark }) => mark === 'wrong')).toEqual([])
  expect(told.map((each) => each.split(' ')[0])).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '4/5', '4/5'])
  const ids = [...linesOf(checked), ...tries].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { answer } of openQuestions) expect(ids).toContain(answer)
  expect(asText(checked, shown, {})).toContain(`Version ${appVersion}`)
})

test('what is wrong is said with what to do: no access, a list that can’t be read, a column gone', async () => {
  const school = await oakfieldSchool()
  const outside = await checkedAs(school, 'teacher')
  expect(line(outside, 'site:senco')).toMatchObject({ mark: 'wrong' })
  expect(line(outside, 'site:senco')?.todo).toContain('Sites.Selected')
  expect(line(outside, 'lists:senco')).toBeUndefined()
  school.admin.fault({ answer: { status: 403 }, path: '/columns' })
  const refused = await checkedAs(school)
  expect(line(refused, 'lists:senco')).toMatchObject({ mark: 'wrong', result: 'Access was refused' })
  expect(line(refused, 'lists:staff')).toMatchObject({ mark: 'good' })
  await school.admin.dropColumn(sencoSite, 'Pupils', 'gtUpn')
  await school.admin.renameColumn(sencoSite, 'Pupils', 'gtSurname', 'Amira K.')
  const spoilt = line(await checkedAs(school), 'lists:senco')!
  expect(spoilt).toMatchObject({ mark: 'wrong' })
  expect(spoilt.result).toContain('Pupils (UPN is missing, Surname has another heading)')
})

test('nothing that stands in a record, a column that somebody added, or Graph’s own words gets into the text', async () => {
  const school = await oakfieldSchool()
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await school.emulator.handle(
      new Request(`https://graph.microsoft.com/v1.0${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${school.admin.tokenFor('it')}`,
          'Content-Type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    )
    return (await answer.json()) as { id: string }
  }
  const site = (await ask('GET', `/sites/${oakfield.sites.senco}`)).id
  const lists = ['Pupils', 'School settings'].map(
    (name) => `/sites/${site}/lists/${encodeURIComponent(name)}`,
  )
  const hostile = fc.string({ minLength: 3, maxLength: 40, unit: 'grapheme' }).map((text) => `Ösgür§${text}`)
  let made = 0
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (value, other) => {
      for (const list of lists) {
        made += 1
        const row = await ask('POST', `${list}/items`, { fields: { Title: value, gtKey: `${value}${made}` } })
        await ask('PATCH', `${list}/items/${row.id}/fields`, { Title: other })
        await ask('POST', `${list}/columns`, {
          name: `own${made}`,
          displayName: value,
          description: other,
          text: {},
        })
      }
      const error = { code: other, message: value, innerError: { code: value, 'request-id': other } }
      school.admin.fault({ answer: { status: 400, body: { error } }, path: '/columns' })
      const checked = await checkedAs(school)
      const text = asText(checked, shown, {})
      for (const word of [value, other, 'Ösgür']) expect(text).not.toContain(word)
      for (const name of ['Helen', 'Marsh', '@']) expect(text).not.toContain(name)
    }),
    { numRuns: 4 },
  )
})

test('the text without addresses names no host, site or path of the school', async () => {
  const checked = await sound()
  expect(asText(checked, shown, {})).toMatch(/oakfieldtrust\.sharepoint\.com\/sites\/oakfield-senco/)
  const without = asText(checked, leftOut, {
    print: { said: 'no', notes: 'blocked\n[As it should be] Sign-in: fine' },
  })
  expect(without).not.toMatch(/oakfield|sharepoint\.com/i)
  expect(without).toContain('teams.microsoft.com')
  // What a person pastes stays on its own line.
  expect(without).toContain('Does the printer’s dialog open? no; blocked [As it should be] Sign-in: fine')
})

test('a requirement set counts up to its first gap, each version asked at run time', () => {
  const asked: string[] = []
  const there = new Set(['WordApi 1.1', 'WordApi 1.2', 'WordApi 1.3', 'WordApi 1.5', 'NestedAppAuth 1.1'])
  const sets = setsOf('Word', (set, version) => {
    asked.push(`${set} ${version}`)
    return there.has(`${set} ${version}`)
  })
  expect(sets.find(({ name }) => name === 'WordApi')).toMatchObject({ highest: '1.3' })
  expect(sets.find(({ name }) => name === 'WordApiDesktop')).toMatchObject({ highest: null })
  expect(sets.some(({ name }) => name === 'ExcelApi')).toBe(false)
})

test.each([
  ['1.1', 'wrong'],
  ['1.3', 'look'],
  ['1.5', 'good'],
])('Word with WordApi %s is %s', async (highest, mark) => {
  const checked = await sound()
  const host = {
    ...checked.host,
    program: 'Word',
    sets: [{ name: 'WordApi', highest, asked: '1.9' }],
  } as const
  expect(line({ ...checked, host }, 'set:WordApi')?.mark).toBe(mark)
})

test.each([
  ['a clock right to the second', { clock: { whose: 'microsoft', ahead: 900 } }, 'clock', 'good'],
  ['a clock two minutes slow', { clock: { whose: 'ours', ahead: -120_000 } }, 'clock', 'look'],
  ['a clock six minutes fast', { clock: { whose: 'microsoft', ahead: 360_000 } }, 'clock', 'wrong'],
  ['nobody signed in', { signIn: { trouble: 'signedOut' } }, 'way', 'wrong'],
  ['a slow line', { roundTrips: [300, 1_400, 5_000] }, 'roundTrip', 'look'],
])('%s', async (_, differing, id, mark) => {
  const checked = { ...(await sound()), ...differing } as Checked
  expect(line(checked, id)?.mark).toBe(mark)
})

test.each([
  [['User.Read'], 'wrong', /Sites\.Selected/],
  [['Sites.Selected', 'User.Read', 'Mail.Read'], 'look', /Mail\.Read/],
])('permissions %j are %s', async (scopes, mark, todo) => {
  const checked = await sound()
  const signIn = { by: 'host', bridge: true, scopes, account: 'member' } as const
  expect(line({ ...checked, signIn }, 'scopes')).toMatchObject({
    mark,
    todo: expect.stringMatching(todo) as string,
  })
})

test('the middle of some times', () => {
  expect([median([]), median([3]), median([9, 1, 5]), median([4, 2])]).toEqual([null, 3, 5, 2])
})
