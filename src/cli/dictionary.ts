import { writeFileSync } from 'node:fs'
import { dataDictionary } from '../domain/dataDictionary.ts'
import { recordTypes } from '../domain/records/index.ts'

writeFileSync('docs/data-dictionary.md', dataDictionary(recordTypes))
