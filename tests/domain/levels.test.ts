import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { LevelSetting } from '../../src/domain/records/levelSetting.ts'
import { allLevelsOn, levelsOn, levelWords, provisionWith } from '../../src/domain/rules/levels.ts'

const row = (given: Partial<LevelSetting>) => blank(LevelSetting, { from: '2025-09-01', ...given })

test('without settings there are three levels, which older maps call waves 1 to 3', () => {
  expect(levelsOn([], '2026-11-22').map(({ level, name, wave }) => [level, name, wave])).toEqual([
    ['universal', 'Universal', 1],
    ['targeted', 'Targeted', 2],
    ['specialist', 'Specialist', 3],
  ])
})

test('a name holds from its own day on, and what was before keeps the name of before', () => {
  const rows = [
    row({ level: 'targeted', name: 'Wave two', from: '2025-09-01' }),
    row({ level: 'targeted', name: 'Extra', from: '2026-09-01', wave: 2 }),
  ]
  const nameOn = (all: typeof rows, day: string) =>
    allLevelsOn(all, day).find(({ level }) => level === 'targeted')!.name
  expect(nameOn(rows, '2025-08-31')).toBe('Targeted')
  expect(nameOn(rows, '2026-08-31')).toBe('Wave two')
  expect(nameOn(rows.toReversed(), '2026-09-01')).toBe('Extra')
})

test('Targeted plus is in use once it is set, and a level taken out of use still counts where records have it', () => {
  const rows = [row({ level: 'targetedPlus', wave: 3 }), row({ level: 'universal', used: false })]
  const today = '2026-11-22'
  expect(levelsOn(rows, today).map(({ level }) => level)).toEqual(['targeted', 'targetedPlus', 'specialist'])
  expect(levelsOn(rows, today, ['universal']).map(({ level }) => level)).toContain('universal')
  expect(levelsOn(rows, today).map(levelWords)[1]).toBe('Targeted plus (wave 3)')
  expect(Object.keys(provisionWith(levelsOn(rows, today)).fields.level.choices)).toEqual([
    'targeted',
    'targetedPlus',
    'specialist',
  ])
})
