import { writeFileSync } from 'node:fs'
import { recordTypes } from '../domain/records/index.ts'
import { markdownOf } from './dpia/markdown.ts'
import { dpiaPack } from './dpia/pack.ts'

writeFileSync('docs/dpia-pack.md', markdownOf(dpiaPack(recordTypes).blocks))
