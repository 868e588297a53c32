import { writeFileSync } from 'node:fs'
// What follows from a record type is written together: nobody has to know of both.
import './dpiaPack.ts'
import { dataDictionary } from '../domain/dataDictionary.ts'
import { recordTypes } from '../domain/records/index.ts'

writeFileSync('docs/data-dictionary.md', dataDictionary(recordTypes))
