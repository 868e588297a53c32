import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { allIcons } from './all.ts'
import { pngOf } from './png.ts'

const folder = resolve(import.meta.dirname, '../..')
for (const [file, picture] of allIcons()) {
  writeFileSync(resolve(folder, file), pngOf(picture))
  console.log(file)
}
