import { expect, test } from 'vitest'
import { addressOf, hrefOf } from '../../src/tab/routes.ts'

const key = '01ARZ3NDEKTSV4RRFFQ69G5FAV'

test('every place comes back from its own address, school included', () => {
  const routes = [
    { at: 'home' },
    { at: 'today', query: new URLSearchParams('show=overdue') },
    { at: 'reviews', query: new URLSearchParams() },
    { at: 'live', key, part: null },
    { at: 'live', key, part: 'child' },
    { at: 'census' },
    { at: 'import' },
    { at: 'trust' },
    { at: 'school', section: 'settings' },
    { at: 'school', section: 'calendar' },
    { at: 'pupil', key, section: 'thread' },
    { at: 'pupil', key, section: 'needs' },
    { at: 'review', key, block: 'people' },
    { at: 'review', key, block: null },
  ] as const
  for (const route of routes)
    expect(addressOf(hrefOf('oakfield', route))).toEqual({ school: 'oakfield', route })
})

test('an address that leads nowhere is told from where the tab opens, and a section that is unknown opens the first', () => {
  expect(addressOf('').route.at).toBe('home')
  expect(addressOf('#/oakfield/pupil/../../x').route.at).toBe('nowhere')
  expect(addressOf('#/oakfield/nothing').route.at).toBe('nowhere')
  expect(addressOf(`#/oakfield/pupil/${key}/secrets`).route).toMatchObject({ section: 'thread' })
})
