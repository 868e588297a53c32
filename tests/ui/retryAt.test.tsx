// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Trouble } from '../../src/domain/problem.ts'
import { TroubleNotice } from '../../src/ui/Loaded.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-03-10T09:14:00Z') }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const services = {
  school: { id: 'oakfield', name: 'Oakfield' },
  now: () => new Date(),
} as unknown as Services
const shown = (trouble: Trouble, retry: () => void) => (
  <ServicesProvider value={services}>
    <TroubleNotice trouble={trouble} retry={retry} />
  </ServicesProvider>
)
const wait = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))

test('what SharePoint puts off is tried again by itself when the time is over, and not before', async () => {
  const retry = vi.fn()
  const { rerender } = render(shown({ code: 'busy', until: '2026-03-10T09:14:40Z' }, retry))
  expect(screen.getByRole('alert').textContent).toContain('tried again then by itself')
  await wait(39)
  // Drawn anew meanwhile: the time runs on.
  rerender(shown({ code: 'busy', until: '2026-03-10T09:14:40Z' }, retry))
  expect(retry).not.toHaveBeenCalled()
  await wait(4)
  expect(retry).toHaveBeenCalledTimes(1)
  // Busy once more: it waits once more.
  rerender(shown({ code: 'busy', until: '2026-03-10T09:15:30Z' }, retry))
  await wait(30)
  expect(retry).toHaveBeenCalledTimes(1)
  await wait(20)
  expect(retry).toHaveBeenCalledTimes(2)
})

test('what did not go for another reason waits for the person, and nothing is tried when its screen is left', async () => {
  const retry = vi.fn()
  const { rerender, unmount } = render(shown({ code: 'offline' }, retry))
  await wait(120)
  rerender(shown({ code: 'busy', until: '2026-03-10T09:18:00Z' }, retry))
  unmount()
  await wait(300)
  expect(retry).not.toHaveBeenCalled()
})
