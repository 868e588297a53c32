import { expect, test } from 'vitest'
import { blank, check } from '../../src/domain/record.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { scaleWords } from '../../src/domain/rules/scoring.ts'
import { toolKinds, toolOf } from '../../src/domain/rules/toolKinds.ts'

test('every kind of tool can be stored as it stands, has a name of its own and says where it is from', () => {
  for (const kind of toolKinds) {
    expect(check(AssessmentTool, blank(AssessmentTool, toolOf(kind))), kind.name).toEqual([])
    expect(kind.source, kind.name).not.toBe('')
  }
  expect(new Set(toolKinds.map(({ name }) => name.toLowerCase())).size).toBe(toolKinds.length)
})
test('what counts difficulties is better lower, and says so', () => {
  const words = (name: string) => scaleWords(toolOf(toolKinds.find((kind) => kind.name === name)!))
  expect(words('SDQ, total difficulties')).toBe('Points, 0 to 40 · lower is better')
  expect(words('SDQ, prosocial')).toBe('Points, 0 to 10 · higher is better')
  expect(words('Attendance')).toBe('Percentage, 0% to 100% · higher is better')
  expect(words('NGRT')).toBe('Standardised score · higher is better')
  expect(
    scaleWords({ scale: 'age', better: 'higher', lowest: 60, highest: 180, interval: 4, level: 95 }),
  ).toBe('Age equivalent, 5:00 to 15:00 · higher is better · ±4 at 95%')
})
