import type { Config, SchoolConfig } from '../../config.ts'
import { grouped } from '../../domain/grouped.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { recordTypes } from '../../domain/records/index.ts'
import type { AnyRecordType } from '../../domain/record.ts'
import type { Day } from '../../domain/rules/day.ts'
import { connect } from '../../graph/connect.ts'
import type { SchoolRecords } from '../../graph/storeTypes.ts'
import { localPersonas } from '../graph/local.ts'
import { localConfig } from '../localConfig.ts'
import { generateSchool } from './generateSchool.ts'
import { publishMadeUp } from './publish.ts'
import type { FormerPupil, Row, SchoolKind } from './rows.ts'
import { sendFigures } from './sendFigures.ts'

export { localConfig } from '../localConfig.ts'

/** Which of the made-up schools is of which kind, and the seed that makes it. */
const plans: Readonly<Record<string, { kind: SchoolKind; seed: number }>> = {
  oakfield: { kind: 'primary', seed: 20_260_907 },
  northmoor: { kind: 'secondary', seed: 4_061_999 },
}

export type SeedOptions = {
  /** Everything in the schools is dated around this day. */
  readonly today: Day
  readonly log?: (line: string) => void
  /** Only these schools; all without it. */
  readonly schools?: readonly string[]
  readonly config?: Config
}

/**
 * Fills the embedded schools through the product's own set-up and stores: the lists as the person of IT, the records
 * as the SENCO, but for what others say themselves. `handle` answers requests for https://graph.microsoft.com. Throws when any record is refused, with
 * its type and why, never with what it says.
 */
export const seedSchools = async (
  handle: (request: Request) => Promise<Response>,
  { today, log = () => {}, schools, config = localConfig }: SeedOptions,
): Promise<void> => {
  for (const school of config.schools.filter(({ id }) => !schools || schools.includes(id))) {
    const plan = plans[school.id]
    if (!plan) throw new Error(`There is no made-up school ${school.id}`)
    await seedSchool(handle, school, plan, today, log)
  }
}

const seedSchool = async (
  send: (request: Request) => Promise<Response>,
  school: SchoolConfig,
  { kind, seed }: { kind: SchoolKind; seed: number },
  today: Day,
  log: (line: string) => void,
) => {
  const started = Date.now()
  log(`${school.name}: making its lists`)
  await connect({ school, send, token: () => Promise.resolve('local:it') }).setUp()
  const generated = generateSchool(kind, seed, today)
  const { records } = connect({ school, send, token: () => Promise.resolve('local:senco') })
  let stored = 0
  for (const type of recordTypes) {
    const rows: readonly Row<unknown>[] | undefined = generated[type.name as keyof typeof generated]
    // What comes of work in the app, such as a job or a line of the log, is not made up.
    if (!rows) continue
    for (const [persona, own] of sayersOf(type, rows)) {
      const by = connect({ school, send, token: () => Promise.resolve(`local:${persona}`) })
      await storeAll(by.records.store(type), type, own)
    }
    stored += rows.length
    log(`${school.name}: ${type.list}, ${rows.length.toLocaleString('en-GB')}`)
  }
  await storeFormer(records, generated.FormerPupil)
  stored += generated.FormerPupil.length
  const counts = await publishMadeUp(records, generated, today)
  log(
    `${school.name}: ${generated.FormerPupil.length} former pupils; ${counts.published} profiles shown to staff, ${counts.behind} of them behind, ${counts.withdrawn} withdrawn`,
  )
  if (school.sites.governors) await sendFigures(records, school, kind, generated, today)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  log(`${school.name}: ${stored.toLocaleString('en-GB')} records in ${seconds} s`)
}

/**
 * Who stores the rows of a list, by persona: the SENCO; where people read back their own rows only, whoever says what
 * stands in them, if they can sign in here.
 */
const sayersOf = (type: AnyRecordType, rows: readonly Row<unknown>[]) => {
  const personas = new Map(localPersonas.map(({ id, user }) => [user.userPrincipalName.toLowerCase(), id]))
  const sayer = ({ record }: Row<unknown>) =>
    personas.get(String((record as { userPrincipalName?: unknown }).userPrincipalName).toLowerCase())
  return grouped(rows, (row) => (type.guard === 'addOnly' ? sayer(row) : undefined) ?? 'senco')
}

/** Those who left, some with the record archived. */
const storeFormer = async (records: SchoolRecords, former: readonly FormerPupil[]) => {
  const store = records.store(Pupil)
  await storeAll(store as unknown as Creator, Pupil, former)
  for (const { key, archivedReason } of former)
    if (archivedReason) await store.archive(await store.byKey(key), archivedReason)
}

type Creator = Pick<ReturnType<ReturnType<typeof connect>['records']['store']>, 'createMany'>

const storeAll = async (store: Creator, type: AnyRecordType, rows: readonly Row<unknown>[]) => {
  const written = await store.createMany(rows as Parameters<typeof store.createMany>[0])
  const refused = written.find((row) => row.outcome === 'refused')
  if (refused?.outcome === 'refused')
    throw new Error(`${type.name} was not stored: ${refused.problem.message}`)
}
