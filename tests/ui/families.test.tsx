// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { AnyRecordType, Stored } from '../../src/domain/record.ts'
import { duties } from '../../src/domain/duties/index.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Problem } from '../../src/domain/problem.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Complaint } from '../../src/domain/records/complaint.ts'
import { LetterTemplate } from '../../src/domain/records/letterTemplate.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { RestrictedNote } from '../../src/domain/records/restrictedNote.ts'
import { School } from '../../src/domain/records/school.ts'
import { generateSchool } from '../../src/emulator/seed/generateSchool.ts'
import { ComplaintChain } from '../../src/tab/duties/complaints/ComplaintChain.tsx'
import { FamilyLetters } from '../../src/tab/duties/letters/FamilyLetters.tsx'
import { PupilNotes } from '../../src/tab/duties/notes/PupilNotes.tsx'
import { RestrictedNotes } from '../../src/tab/duties/notes/RestrictedNotes.tsx'
import { DutyList } from '../../src/tab/duties/DutyList.tsx'
import { PupilDuties } from '../../src/tab/duties/PupilDuties.tsx'
import { Conversations } from '../../src/tab/duties/talks/Conversations.tsx'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { newWriteAccess } from '../../src/ui/writeAccess.ts'
import { kept } from './made.ts'

afterEach(cleanup)

const today = '2026-11-23'
const school = generateSchool('primary', 7, today) as unknown as Record<
  string,
  readonly { key: string; record: object }[]
>
const rowsOf = (type: AnyRecordType) =>
  (school[type.name] ?? []).map(({ key, record }) => ({ ...kept('X'), ...record, key }))
const first = <T,>(type: AnyRecordType, holds: (row: Stored<T>) => boolean = () => true): Stored<T> =>
  (rowsOf(type) as unknown as Stored<T>[]).find(holds)!
const slow = { timeout: 8_000 }

/** A made-up school whose lists are read; `changed` rows instead of its own; `ownOnly` shows nobody more than their own rows. */
const show = (
  what: ReactNode,
  {
    changed = new Map(),
    ownOnly = [],
  }: { changed?: ReadonlyMap<AnyRecordType, readonly object[]>; ownOnly?: readonly AnyRecordType[] } = {},
) => {
  const written: { key: string; record: Readonly<Record<string, unknown>> }[] = []
  const services = {
    school: { id: 'oakfield', name: 'Oakfield', sites: { senco: 's' } },
    writing: newWriteAccess(),
    records: {
      mayRead: async () => true,
      readsAll: async () => true,
      store: (type: AnyRecordType) => {
        const rows = async (holds: (row: Record<string, unknown>) => boolean) => {
          if (ownOnly.includes(type))
            throw new Problem({ code: 'noAccess', to: type.list, ownRowsOnly: true }, '')
          const all = (changed.get(type) ?? rowsOf(type)) as readonly Record<string, unknown>[]
          return { records: all.filter(holds), unreadable: [] }
        }
        return {
          all: () => rows(() => true),
          changes: async () => ({ ...(await rows(() => true)), whole: true, removed: [], token: '1' }),
          allWithArchived: () => rows(() => true),
          about: (field: string, value: string) => rows((row) => row[field] === value),
          createMany: async (made: typeof written) => {
            written.push(...made)
            return made.map(({ key, record }) => ({
              key,
              outcome: 'stored',
              record: { ...kept('X'), ...record, key },
            }))
          },
        }
      },
    },
    me: async () => ({ id: '1', displayName: 'Sam', userPrincipalName: 'sam@example.org' }),
    today: () => today,
    now: () => new Date('2026-11-23T09:14:00Z'),
  } as unknown as Services
  render(
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={newDraftBook()}
    >
      <ServicesProvider value={services}>{what}</ServicesProvider>
    </AppFrame>,
  )
  return written
}

test('the conversations of the year are shown over the school, each pupil with SEN support once', async () => {
  show(<Conversations query={new URLSearchParams()} />)
  const table = await screen.findByRole('table', {}, slow)
  expect(within(table).getAllByRole('rowheader').length).toBeGreaterThan(20)
  expect(within(table).getAllByText(/^\d of \d$/).length).toBeGreaterThan(20)
})

test('a letter is shown as each family will read it, and a line for each pupil is written once', async () => {
  const user = userEvent.setup()
  const written = show(
    <FamilyLetters
      template={first<LetterTemplate>(LetterTemplate, ({ name }) => name === 'Coffee morning')}
    />,
  )
  await user.click(screen.getByRole('button', { name: 'Write it to families' }))
  const part = await screen.findByRole('region', { name: 'Letters to families' }, slow)
  expect(part.textContent).toContain('Oakfield Primary School meet on the first Thursday')
  const sent = await within(part).findByRole('button', { name: /^Sent today: write it into/ })
  await user.click(sent)
  await within(part).findByText(/^Written into/)
  const before = written.length
  expect(before).toBeGreaterThan(20)
  expect(new Set(written.map(({ record }) => record['pupil'])).size).toBe(before)
  for (const { record } of written)
    expect(record).toMatchObject({ kind: 'parents', how: 'letter', talk: false })
  await user.click(sent)
  await waitFor(() => expect(written.length).toBe(2 * before))
  // The same keys: the store makes no second row of them.
  expect(new Set(written.map(({ key }) => key)).size).toBe(before)
})

test('no restricted note can be added before the guard is confirmed, and others are not told whether there are any', async () => {
  const pupil = first<RestrictedNote>(RestrictedNote).pupil
  const open = rowsOf(School).map((row) => ({ ...row, notesGuardedOn: null }))
  show(<PupilNotes pupil={pupil} about={null} />, { changed: new Map([[School, open]]) })
  await screen.findByText(/Nobody has confirmed yet/, {}, slow)
  expect(screen.queryByRole('button', { name: 'Add a restricted note' })).toBeNull()
  cleanup()
  show(<PupilNotes pupil={pupil} about={null} />, { ownOnly: [RestrictedNote] })
  await screen.findByText(/shown only to those whom IT put on the list/, {}, slow)
  expect(screen.queryByText('A parent has to stay safe')).toBeNull()
  cleanup()
  show(<RestrictedNotes />)
  await screen.findByText('A parent has to stay safe', {}, slow)
  expect(document.body.textContent).not.toContain(first<RestrictedNote>(RestrictedNote).text)
})

test('a complaint tells its stages, and only the last that was answered can be taken further', async () => {
  const complaint = first<Complaint>(Complaint, ({ follows }) => follows !== null)
  const context = {
    today,
    school: null,
    nameOf: () => null,
    chased: () => null,
    calendar: { terms: [], off: [], busy: [] },
    stage: () => null,
  }
  show(<ComplaintChain complaint={complaint} context={context} pupil={null} />)
  const chain = await screen.findByRole('region', { name: 'Stages of this complaint' }, slow)
  expect(within(chain).getAllByRole('listitem')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: /^They take it further/ })).toBeNull()
})

test('each list stands with its rows, and a pupil’s page has them all', async () => {
  for (const name of ['letters', 'enquiries', 'complaints', 'safeguarding']) {
    show(<DutyList duty={duties.find((one) => one.name === name)!} query={new URLSearchParams()} />)
    const [table] = await screen.findAllByRole('table', {}, slow)
    expect(within(table!).getAllByRole('rowheader').length, name).toBeGreaterThan(0)
    cleanup()
  }
  const complaint = first<Complaint>(Complaint, ({ pupil }) => pupil !== null)
  show(
    <PupilDuties
      place="with"
      pupil={first<Pupil>(Pupil, ({ key }) => key === complaint.pupil)}
      about={complaint.key}
    />,
  )
  for (const name of ['Parents', 'Enquiries', 'Complaints', 'Safeguarding', 'Restricted notes'])
    await screen.findByRole('region', { name }, slow)
})

test('every record type of these duties has rows in the made-up school', () => {
  for (const name of [
    'LetterTemplate',
    'ComplaintStage',
    'Enquiry',
    'Complaint',
    'SafeguardingLink',
    'RestrictedNote',
  ])
    expect(rowsOf(recordTypes.find((type) => type.name === name)!).length, name).toBeGreaterThan(0)
  expect(
    (rowsOf(ChronologyEntry) as unknown as Stored<ChronologyEntry>[]).some(
      ({ followUp }) => followUp !== null,
    ),
  ).toBe(true)
})
