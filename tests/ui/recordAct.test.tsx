// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { useChanges } from '../../src/tab/review/path/useChanges.ts'
import { useRecordAct } from '../../src/ui/useRecordAct.ts'
import { kept } from './made.ts'

afterEach(cleanup)

const shown = {
  ...blank(Cycle, { pupil: kept('P').key, number: 1, began: '2026-01-05' }),
  ...kept('C'),
}
const held = {
  words: 'Review held today',
  said: 'Review recorded',
  changes: (today: string) => ({ reviewedOn: today }),
}

/** The step over a list in which a row may have changed since it was shown. */
const around = (since: Partial<Cycle> = {}) => {
  let row = { ...shown, ...since }
  const store = {
    byKey: async () => row,
    update: async (_: unknown, changes: Partial<Cycle>) => (row = { ...row, ...changes }),
  }
  const services = {
    school: { id: 'oakfield', name: 'Oakfield' },
    records: { store: () => store },
    today: () => '2026-03-10',
    now: () => new Date('2026-03-10T09:14:00Z'),
  } as unknown as Services
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={newDraftBook()}
    >
      <ServicesProvider value={services}>{children}</ServicesProvider>
    </AppFrame>
  )
  return { wrapper, row: () => row }
}

const open = (since?: Partial<Cycle>) => {
  const { wrapper, row } = around(since)
  const { result } = renderHook(() => useRecordAct(Cycle, shown), { wrapper })
  return { act: result, row }
}

test('a step is recorded over what somebody else wrote in another field', async () => {
  const { act: hook, row } = open({ delivered: 'Nine of ten sessions' })
  await act(() => hook.current.doIt(held))
  expect(row()).toMatchObject({ reviewedOn: '2026-03-10', delivered: 'Nine of ten sessions' })
})

test('a step that somebody recorded meanwhile keeps their day, and that is told', async () => {
  const { act: hook, row } = open({ reviewedOn: '2026-03-06' })
  await act(() => hook.current.doIt(held))
  expect(row().reviewedOn).toBe('2026-03-06')
  expect(hook.current.trouble?.code).toBe('changed')
})

test.each([
  ['another field', { delivered: 'Nine of ten sessions' }, '2026-03-10', undefined],
  ['the same answer', { reviewedOn: '2026-03-10' }, '2026-03-10', undefined],
  ['another answer', { reviewedOn: '2026-03-06' }, '2026-03-06', 'changed'],
] as const)('a step of a review meets %s that was recorded meanwhile', async (_, since, day, trouble) => {
  const { wrapper, row } = around(since)
  const { result } = renderHook(() => useChanges(), { wrapper })
  await act(async () => {
    await result.current.change(
      [{ type: Cycle, stored: shown, changes: { reviewedOn: '2026-03-10' } }],
      'Marked',
    )
  })
  expect(row()).toMatchObject({ ...since, reviewedOn: day })
  expect(result.current.trouble?.code).toBe(trouble)
})
