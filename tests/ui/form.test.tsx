// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { Problem, type Trouble } from '../../src/domain/problem.ts'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import type { Store } from '../../src/graph/storeTypes.ts'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { RecordForm } from '../../src/ui/RecordForm.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { newWriteAccess, notingRefusals } from '../../src/ui/writeAccess.ts'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { kept } from './made.ts'

afterEach(cleanup)

const record = {
  ...blank(Allocation, { pupil: kept('P').key, provision: kept('V').key, from: '2025-09-01' }),
  ...kept('A'),
}

/** The form over a list that takes every change, after it has thrown each of the faults. */
const open = (...faults: Trouble[]) => {
  const writes: object[] = []
  let row = record as object
  const store = {
    update: async (_: object, changes: object) => {
      const fault = faults.shift()
      if (fault) throw new Problem(fault, 'Allocations')
      writes.push(changes)
      row = { ...row, ...changes, etag: String(writes.length + 1) }
      return row
    },
  }
  const writing = newWriteAccess()
  const services = {
    school: { id: 'oakfield', name: 'Oakfield' },
    writing,
    records: { store: () => notingRefusals(store as unknown as Store<unknown>, 'senco', writing) },
    today: () => '2026-03-10',
    now: () => new Date('2026-03-10T09:14:00Z'),
    signIn: async () => {},
  } as unknown as Services
  const drafts = newDraftBook()
  render(
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={drafts}
    >
      <ServicesProvider value={services}>
        <RecordForm
          type={Allocation}
          record={record}
          groups={[{ fields: ['from', 'resources', 'minutes', 'inPlan', 'role', 'provision', 'notes'] }]}
          options={{
            provision: [
              { key: kept('V').key, text: 'Talk Time' },
              { key: kept('W').key, text: 'Lego club' },
            ],
          }}
        />
      </ServicesProvider>
    </AppFrame>,
  )
  return { writes, user: userEvent.setup(), drafts }
}

test('each kind of field takes what a person types and stores what the record means', async () => {
  const { writes, user } = open()
  await user.clear(screen.getByLabelText(/^From/))
  await user.type(screen.getByLabelText(/^From/), 'next tue')
  await user.tab()
  expect(screen.getByLabelText<HTMLInputElement>(/^From/).value).toBe('Tue 17 Mar 2026')
  await user.type(screen.getByLabelText('Resources for the group'), '1,200.5')
  await user.tab()
  await user.click(within(screen.getByRole('radiogroup', { name: /Section F/ })).getByLabelText('Yes'))
  await user.type(screen.getByRole('combobox', { name: /Delivered by/ }), 'midday')
  await user.click(await screen.findByRole('option', { name: 'Midday supervisor' }))
  await user.type(screen.getByLabelText('Notes'), 'Two words ')
  await user.tab()
  await expect
    .poll(() => Object.assign({}, ...writes))
    .toMatchObject({
      from: '2026-03-17',
      resources: 120050,
      inPlan: true,
      role: 'supervisor',
      notes: 'Two words',
    })
  expect((await screen.findAllByText('Saved 09:14')).length).toBeGreaterThan(3)
})

test('what is no date is said so at the field, keeps its letters and is not sent', async () => {
  const { writes, user, drafts } = open()
  const from = screen.getByLabelText<HTMLInputElement>(/^From/)
  await user.clear(from)
  await user.type(from, 'soonish')
  await user.tab()
  expect(await screen.findByText(/From is a date/)).toBeTruthy()
  expect(from.value).toBe('soonish')
  expect(drafts.unsaved()).toBe(true)
  expect(writes).toEqual([])
})

test('signed out: the text stays, a button signs in, and then it is saved', async () => {
  const { writes, user } = open({ code: 'signedOut' })
  await user.type(screen.getByLabelText('Notes'), 'Kept')
  await user.tab()
  expect(await screen.findByText(/Not saved: you are signed out. Your text is kept here/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLTextAreaElement>('Notes').value).toBe('Kept')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  await expect.poll(() => writes).toEqual([{ notes: 'Kept' }])
})

test('two texts stand side by side with who wrote the other, and mine is kept when I say so', async () => {
  const theirs = {
    ...record,
    notes: 'Theirs',
    etag: '5',
    modifiedBy: 'Hana Head',
    modifiedAt: '2026-03-10T09:13:00Z',
  }
  const { writes, user } = open({ code: 'changed', mine: null, theirs })
  await user.type(screen.getByLabelText('Notes'), 'Mine')
  await user.tab()
  const card = await screen.findByRole('region', { name: 'Two texts for Notes' })
  expect(card.textContent).toMatch(/Hana Head stored another text here at 09:13/)
  expect(card.textContent).toMatch(/Theirs/)
  await user.click(within(card).getByRole('button', { name: 'Keep mine' }))
  await expect.poll(() => writes).toEqual([{ notes: 'Mine' }])
})

test('a reader who may not write finds out once: the fields close, the typed text stays to copy or let go', async () => {
  const { writes, user } = open({ code: 'noAccess', to: 'Allocations' })
  const notes = screen.getByLabelText<HTMLTextAreaElement>('Notes')
  await user.type(notes, 'Mine')
  await user.tab()
  await screen.findByText(/you may read this but not change it/)
  expect(notes.readOnly).toBe(true)
  expect(notes.value).toBe('Mine')
  await user.click(screen.getByRole('button', { name: 'Let my text go' }))
  // From now on it is read as text, without a box.
  expect(screen.queryByRole('textbox', { name: 'Notes' })).toBeNull()
  expect(screen.getByRole('group', { name: 'Notes' }).textContent).toBe('NotesNothing said')
  expect(writes).toEqual([])
})
