import { expect, test } from 'vitest'
import { atOnce, type Steps } from '../../src/domain/steps.ts'
import { checkRowsSteps, matchHeadings } from '../../src/importing/index.ts'
import { checkScoresSteps } from '../../src/importing/scores/checkScores.ts'
import { matchScoreHeadings } from '../../src/importing/scores/scoreHeadings.ts'
import { nobody, tableOf, today, upnNumber } from './given.ts'

const rows = 300
const restsIn = (steps: Steps<unknown>): number => {
  let rests = 0
  while (!steps.next().done) rests += 1
  return rests
}

test('a list of pupils or scores is looked at with a rest after every few rows, so that the page answers meanwhile', () => {
  const pupils = tableOf(
    ['UPN,Surname,Forename,Date of birth']
      .concat(Array.from({ length: rows }, (_, i) => `${upnNumber(i)},Surname${i},Ann,09/01/2018`))
      .join('\n'),
  )
  const look = () => checkRowsSteps(pupils, matchHeadings(pupils.headings), nobody, today)
  expect(atOnce(look()).counts).toMatchObject({ new: rows, refused: 0 })
  expect(restsIn(look())).toBeGreaterThan(rows / 25)
  const scores = tableOf(
    ['UPN,Test,Date,SS']
      .concat(Array.from({ length: rows }, (_, i) => `${upnNumber(i)},NGRT,14/09/2026,${80 + (i % 40)}`))
      .join('\n'),
  )
  const nothing = { tool: null, day: null, pupils: new Map<number, string>() }
  const none = { pupils: [], tools: [], scores: [] }
  expect(
    restsIn(checkScoresSteps(scores, matchScoreHeadings(scores.headings), none, nothing, today)),
  ).toBeGreaterThan(rows / 25)
})
