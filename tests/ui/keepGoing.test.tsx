// @vitest-environment jsdom
import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { lazy, Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeepGoing } from '../../src/ui/KeepGoing.tsx'

// React tells the console of every fault that a boundary catches.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('a part that can’t be fetched says so in its place, offers the page anew, and what stands beside it stays as typed', async () => {
  const Gone = lazy(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  const shown = (open: boolean) => (
    <FluentProvider theme={teamsLightTheme}>
      <textarea aria-label="View of the child" />
      {open && (
        <KeepGoing>
          <Suspense>
            <Gone />
          </Suspense>
        </KeepGoing>
      )}
    </FluentProvider>
  )
  const { rerender } = render(shown(false))
  const text = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'View of the child' })
  await userEvent.type(text, 'The bell')
  rerender(shown(true))
  expect((await screen.findByRole('alert')).textContent).toMatch(/This part of the page stopped working/)
  expect(screen.getByRole('button', { name: 'Load the page again' })).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'View of the child' })).toBe(text)
  expect(text.value).toBe('The bell')
})

test('a part that broke once is shown again when asked', async () => {
  let broken = true
  const Part = () => {
    if (broken) throw new Error('once')
    return <p>All is well</p>
  }
  render(
    <FluentProvider theme={teamsLightTheme}>
      <KeepGoing>
        <Part />
      </KeepGoing>
    </FluentProvider>,
  )
  broken = false
  await userEvent.click(await screen.findByRole('button', { name: 'Show it again' }))
  expect(screen.getByText('All is well')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})
