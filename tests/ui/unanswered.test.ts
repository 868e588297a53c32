import { expect, test } from 'vitest'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { View } from '../../src/domain/records/view.ts'
import { partsOf } from '../../src/ui/meeting/agenda.ts'
import { speakersOf, whoseOf } from '../../src/ui/meeting/speakers.ts'
import { unanswered } from '../../src/documents/unanswered.ts'
import { emptyFile, pupilKey, reviewKey, stored } from '../documents/madeUpReview.ts'

const today = '2026-03-10'
const words = (file: Parameters<typeof unanswered>[0], strength = 'must') =>
  unanswered(file, today)
    .filter((one) => one.strength === strength)
    .map((one) => one.words)

test('an empty review asks for what the law names, in the order of the agenda, each with its source', () => {
  expect(words(emptyFile())).toEqual([
    'What the child or young person thinks, wishes and feels',
    'What the parents think',
    'What the school recommends',
  ])
  expect(unanswered(emptyFile(), today).every(({ source }) => source !== '')).toBe(true)
  const parts = unanswered(emptyFile(), today).map(({ part }) => partsOf(emptyFile(), today).indexOf(part))
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
})

test('a view said at the meeting answers as well as a field does', () => {
  const said = stored(View, {
    pupil: pupilKey,
    review: reviewKey,
    whose: 'child',
    words: 'ok',
    gathered: today,
  })
  expect(words({ ...emptyFile(), views: [said] })).not.toContain(
    'What the child or young person thinks, wishes and feels',
  )
})

test('each outcome has to be rated, and whoever was there says what they recommend, with reasons where they differ', () => {
  const outcome = stored(Outcome, { pupil: pupilKey, kind: 'sectionE', text: 'Reads', status: 'current' })
  const row = stored(OutcomeProgress, { review: reviewKey, outcome: outcome.key, rating: 'good' })
  const who = (recommendation: Contributor['recommendation'], reasons: string | null = null) =>
    stored(Contributor, {
      review: reviewKey,
      name: 'G',
      role: 'parent',
      attended: 'online',
      recommendation,
      reasons,
    })
  const file = { ...emptyFile({}, { recommendation: 'maintain' }), outcomes: [outcome] }
  expect(words(file)).toContain('Progress towards 1 outcome')
  expect(words({ ...file, progress: [row] })).not.toContain('Progress towards 1 outcome')
  const silent = 'What 1 person who was there would recommend, or that they gave no view'
  const reasons = 'Reasons of 1 person who would do otherwise, in their words'
  expect(words({ ...file, contributors: [who(null)] })).toContain(silent)
  expect(words({ ...file, contributors: [who('none')] })).not.toContain(silent)
  expect(words({ ...file, contributors: [who('amend')] })).toContain(reasons)
  expect(words({ ...file, contributors: [who('amend', 'It is out of date')] })).not.toContain(reasons)
  expect(words({ ...file, contributors: [who('maintain')] })).not.toContain(reasons)
})

test('adulthood is asked from Year 9, and after compulsory school age the young person speaks in place of the parents', () => {
  const young = emptyFile({ yearGroup: '9', dateOfBirth: '2012-01-01' })
  expect(words(young)).toContain('What prepares for adulthood, from Year 9')
  expect(words(emptyFile())).not.toContain('What prepares for adulthood, from Year 9')
  expect(words(emptyFile({ yearGroup: '12', dateOfBirth: '2009-01-01' }))).not.toContain(
    'What the parents think',
  )
})

test('those who are there can be clicked; the child always, first; nobody who sent apologies', () => {
  const person = (name: string, role: Contributor['role'], attended: Contributor['attended'] = null) =>
    stored(Contributor, { review: reviewKey, name, role, attended })
  const names = (...contributors: Parameters<typeof stored<typeof Contributor>>[1][]) =>
    speakersOf({ ...emptyFile(), contributors: contributors as never }).map(({ name }) => name)
  expect(names()).toEqual(['Amira'])
  expect(names(person('Grace', 'parent'), person('Hal', 'head'), person('To be named', 'health'))).toEqual([
    'Amira',
    'Grace',
    'Hal',
  ])
  expect(names(person('Grace', 'parent', 'online'), person('Hal', 'head', 'apologies'))).toEqual([
    'Amira',
    'Grace',
  ])
  expect(
    ['youngPerson', 'parent', 'senco', 'ta', 'psychologist'].map((role) => whoseOf(role as never)),
  ).toEqual(['child', 'parent', 'school', 'school', 'other'])
})
