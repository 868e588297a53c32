import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../../scripts/faultList.mjs'
import { make, type Ran, temporaryFolder } from '../cli/run.ts'
import { upnNumber } from '../importing/given.ts'
import { madeUpXlsx, textSheet } from '../importing/madeUpXlsx.ts'
import { commandsIn, commandsShown } from './commandsIn.ts'
import { type Way, ways } from './commandTable.ts'

const shown = commandsShown()
const wayOf = (command: string): Way | undefined => ways.find(([pattern]) => pattern.test(command))?.[1]
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

it('finds commands in blocks of a shell and in code within a line, and nowhere else', () => {
  const text =
    '```\nnpm start\n# said\nnpm run package -- \\\n  --host a\n```\n```text\nnpm no\n```\nSo `npm test` and `npm`.'
  expect(commandsIn(text, 'x').map(({ command }) => command)).toEqual([
    'npm start',
    'npm run package -- --host a',
    'npm test',
  ])
})

it('every command that README and docs show is known, with a way in which it is tried', () => {
  expect(shown.length).toBeGreaterThan(15)
  const unknown = shown.filter(({ command }) => wayOf(command) === undefined)
  expect(unknown, 'say in tests/docs/commandTable.ts how these are tried').toEqual([])
})

it('what is said of each command is so: its script, its test, its step for a tenant', () => {
  const steps = readFileSync('docs/verify-in-tenant.md', 'utf8')
  for (const { command, at } of shown) {
    const script = /^npm run (?:-s )?([\w-]+)/.exec(command)?.[1] ?? /^npm (start|test)\b/.exec(command)?.[1]
    if (script) expect(scripts[script], `${at}: ${command}`).toBeDefined()
    const way = wayOf(command)!
    for (const path of command.match(/(?:bench|tests|scripts|src)\/[\w./-]+/g) ?? [])
      expect(existsSync(path), `${at}: ${path}`).toBe(true)
    if (typeof way === 'object' && 'by' in way) expect(existsSync(way.by), `${at}: ${way.by}`).toBe(true)
    else if (typeof way === 'object' && 'inTenant' in way)
      expect(steps, `${at}: step ${way.inTenant}`).toMatch(new RegExp(`^${way.inTenant}\\. `, 'm'))
  }
})

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const at = (name: string) => join(folder.path, name)
const toRun = [...new Set(shown.flatMap(({ command }) => (wayOf(command) === 'run' ? [command] : [])))]
const beginning = (start: RegExp) => toRun.filter((command) => start.test(command))

/** Words of a command line as a shell parts them; quotes hold words together. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare!,
  )
/** The words with each file that they name put into the folder of this test. */
const placed = (words: readonly string[]): string[] =>
  words.map((word) => (/^[\w-]+\.(csv|json|xlsx|docx|zip)$|^FOLDER$/.test(word) ? at(word) : word))

const pupils = [
  ['UPN', 'Surname', 'Forename', 'DOB', 'SEN Status'],
  [upnNumber(1), 'Haigh', 'Ann', '2018-01-09', 'K'],
]
/** Files that the documents speak of, as a reader would have them. */
const given: Readonly<Record<string, string | Uint8Array>> = {
  'export.csv': `${pupils.map((row) => row.join(',')).join('\n')}\n`,
  'export.xlsx': madeUpXlsx([{ name: 'Export', xml: textSheet(pupils) }]),
  'plans.csv': 'Pupil name,Date of birth,Plan start date\n"Haigh, Ann",09/01/2018,01/10/2023\n',
  'cases.json':
    '[{"meeting":"2026-03-10","ratePence":1720,"sessionsPerWeek":3,"minutes":20,"weeks":12,"groupSize":4}]',
  'config.json': JSON.stringify({
    tenantId: '1b4e28ba-2fa1-11d2-883f-0016d3cca428',
    clientId: '',
    schools: [{ id: 'a', name: 'A', sites: { senco: 'a.sharepoint.com:/sites/senco' } }],
  }),
  'limits.json': '[{"rule":"reportBy","days":10,"from":"2026-01-01","source":"Ours"}]',
}

beforeAll(async () => {
  folder = await temporaryFolder()
  for (const [name, bytes] of Object.entries(given)) await writeFile(at(name), bytes)
})
afterAll(() => folder.remove())

/** Those that work on no school take no folder of one. */
const withoutSchool = ['clock', 'cost', 'dpia', '--help']

describe('npm run make', () => {
  // A copy has to be there before it is brought in again.
  const inOrder = beginning(/^npm run (-s )?make -- /).toSorted(
    (a, b) => Number(/ restore /.test(a)) - Number(/ restore /.test(b)),
  )
  it.each(inOrder)(
    '%s',
    async (command) => {
      const words = placed(wordsOf(command.replace(/^npm run (-s )?make -- /, '')))
      const data = withoutSchool.includes(words[0]!)
        ? []
        : ['--data', at(words[0] === 'restore' ? 'other' : 'data')]
      const ran: Ran = await make(...words, ...data)
      expect([ran.code, ran.code === 0 ? '' : ran.error + ran.out]).toEqual([0, ''])
      expect(ran.out).not.toBe('')
      const out = words[words.indexOf('--out') + 1]
      if (words.includes('--out')) expect(existsSync(out!), out).toBe(true)
    },
    240_000,
  )
})

const started: ChildProcess[] = []
afterAll(() => started.forEach((child) => child.kill()))
/** Runs a script of package.json as npm does, but for npm itself; resolves when it ends. */
const script = (name: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = start(name, args)
    let [out, error] = ['', '']
    child.stdout!.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr!.on('data', (text: Buffer) => (error += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, error }))
  })
const start = (name: string, args: readonly string[]): ChildProcess => {
  const [tool, ...rest] = scripts[name]!.split(' ')
  const before = tool === 'tsx' ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, [...before, ...rest, ...args])
  started.push(child)
  return child
}

it.each(beginning(/^npm run package -- /))(
  '%s',
  async (command) => {
    const ran = await script('package', [...placed(wordsOf(command).slice(4)), '--out', at('out')])
    expect([ran.code, ran.error]).toEqual([0, ''])
    expect(ran.out).toContain(command.includes('--config') ? 'Install-Goldthread.ps1' : '-add-in.xml')
  },
  60_000,
)

it('the local Graph starts as told and takes the fault that is told', async () => {
  const [graph] = beginning(/^npm run graph -- /)
  const [curl] = beginning(/^curl /)
  const told = placed(wordsOf(graph!).slice(4))
  // Any free port: that of the documents may be taken.
  const child = start(
    'graph',
    told.map((word, i) => (told[i - 1] === '--port' ? '0' : word)),
  )
  const origin = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /http:\/\/localhost:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    child.on('close', () => reject(new Error(`it ended: ${said}`)))
  })
  const words = wordsOf(curl!)
  const body = words[words.indexOf('-d') + 1]!
  const answer = await fetch(`${origin}${/localhost:4010(\/\S+)/.exec(curl!)![1]}`, { method: 'POST', body })
  expect([answer.ok, await answer.text()]).toEqual([true, expect.any(String)])
}, 60_000)

const shorter = [
  ...new Map(
    shown.flatMap(({ command }) => {
      const way = wayOf(command)
      return typeof way === 'object' && 'short' in way
        ? [[/^npm run ([\w-]+)/.exec(command)![1]!, way.short] as const]
        : []
    }),
  ),
]
it.each(shorter)(
  'npm run %s, in short',
  async (name, args) => {
    const ran = await script(name, args)
    expect([ran.code, ran.code === 0 ? '' : ran.error + ran.out]).toEqual([0, ''])
  },
  240_000,
)

it('the mistakes that npm run plant-faults plants still have a place in the code', () => {
  const lost = faults.filter(({ file, from }) => readFileSync(file, 'utf8').split(from).length !== 2)
  expect(lost.map(({ fault }) => fault)).toEqual([])
  expect(faults.length).toBeGreaterThan(40)
})
