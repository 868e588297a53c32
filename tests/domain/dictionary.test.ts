import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataDictionary } from '../../src/domain/dataDictionary.ts'
import { recordTypes } from '../../src/domain/records/index.ts'

test('the data dictionary is what the record types say (npm run dictionary)', () => {
  expect(readFileSync('docs/data-dictionary.md', 'utf8')).toBe(dataDictionary(recordTypes))
})
