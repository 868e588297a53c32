import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AgendaPart,
  agendaParts,
  agendaPlan,
  agendaText,
  chosenMinutes,
  plannedAt,
  timingOf,
} from '../../src/domain/rules/meetingAgenda.ts'

const all = Object.keys(agendaParts) as AgendaPart[]

test('the parts go in the order of a report: people, views, outcomes, provision, changes, recommendations, actions', () => {
  const order = ['people', 'child', 'parents', 'last', 'outcomes', 'support', 'targets', 'changes'] as const
  const places = [...order, 'recommendation', 'actions', 'close'].map((part) =>
    all.indexOf(part as AgendaPart),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('whatever a person chooses, minutes are whole, parts follow each other, and the rest fills the meeting', () => {
  const chosen = fc.dictionary(fc.constantFrom(...all), fc.integer({ min: 0, max: 30 }))
  fc.assert(
    fc.property(
      fc.subarray(all, { minLength: 1 }),
      fc.integer({ min: 15, max: 240 }),
      chosen,
      (parts, length, minutes) => {
        const plan = agendaPlan(parts, length, minutes)
        expect(plan.map(({ part }) => part)).toEqual(parts)
        for (const [i, each] of plan.entries()) {
          expect(each.to - each.from).toBe(each.minutes)
          expect(each.from).toBe(plan[i - 1]?.to ?? 0)
          expect(each.minutes).toBe(minutes[each.part] ?? each.minutes)
          expect(Number.isInteger(each.minutes)).toBe(true)
          if (minutes[each.part] === undefined) expect(each.minutes).toBeGreaterThanOrEqual(1)
        }
        const taken = parts.reduce((sum, part) => sum + (minutes[part] ?? 0), 0)
        const open = parts.filter((part) => minutes[part] === undefined).length
        const expected = open === 0 ? taken : taken + Math.max(length - taken, open)
        expect(plan.at(-1)!.to).toBe(expected)
      },
    ),
  )
})

test('chosen minutes survive being stored as a line, and a line that somebody spoilt spoils only its own part', () => {
  expect(chosenMinutes(agendaText({ child: 12, outcomes: 0 }))).toEqual({ child: 12, outcomes: 0 })
  expect(chosenMinutes('child 12, lunch 5, outcomes ten, parents 999,, close 3')).toEqual({
    child: 12,
    close: 3,
  })
  expect(chosenMinutes(null)).toEqual({})
})

test('a line of minutes for every part fits its column', () => {
  expect(agendaText(Object.fromEntries(all.map((part) => [part, 240]))).length).toBeLessThanOrEqual(255)
})

test('a part tells what is left of it from the start of the meeting, and that it is over', () => {
  const planned = agendaPlan(['people', 'child'], 60, { people: 5, child: 10 })[1]!
  const began = Date.parse('2026-03-10T14:00:00Z')
  const at = (minutes: number) => timingOf(planned, began, began + minutes * 60_000)
  expect(at(0)).toMatchObject({ left: 15, over: false, ends: began + 15 * 60_000 })
  expect(at(14.5)).toMatchObject({ left: 1, over: false })
  expect(at(15)).toMatchObject({ left: 0, over: false })
  expect(at(17.2)).toMatchObject({ left: -2, over: true })
})

test('where the agenda has the meeting: each part until its end, the last one for as long as it takes', () => {
  const plan = agendaPlan(['people', 'child', 'close'], 30, { people: 5, child: 20, close: 5 })
  const began = Date.parse('2026-03-10T14:00:00Z')
  const at = (minutes: number) => plan[plannedAt(plan, began, began + minutes * 60_000)]!.part
  expect([0, 4.9, 5, 24.9, 25, 90, -3].map(at)).toEqual([
    'people',
    'people',
    'child',
    'child',
    'close',
    'close',
    'people',
  ])
})
