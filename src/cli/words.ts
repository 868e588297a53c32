// npm run words: writes down all words of the interface, and what of them a language still lacks.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { LanguageFile } from '../words/languageFile.ts'
import { paperWords, wordList } from './wordList.ts'

const tag = process.argv[2]
const list = wordList()

const put = (name: string, content: unknown): URL => {
  const path = new URL(`../words/${name}.json`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
  return path
}

/** The translator's file as it has to be now: what is translated stays, what is new is empty, what nobody says is gone. */
const brought = (name: string): LanguageFile => {
  const path = new URL(`../words/${name}.json`, import.meta.url)
  const before: LanguageFile = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as LanguageFile)
    : { tag: name, words: {}, counts: {} }
  return {
    tag: name,
    words: Object.fromEntries(
      Object.keys(list.words).map((english) => [english, before.words[english] ?? '']),
    ),
    counts: Object.fromEntries(list.counts.map((forms) => [forms, before.counts[forms] ?? {}])),
  }
}

if (tag === undefined) {
  put('en', list)
  put('papers', paperWords())
  console.log(
    `${Object.keys(list.words).length} sayings and ${list.counts.length} counts in src/words/en.json; those of papers for families in src/words/papers.json.`,
  )
} else if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) || ['en', 'papers'].includes(tag)) {
  console.error(
    `“${tag}” is not the code of another language. Give one such as cy for Welsh: npm run words -- cy`,
  )
  process.exit(2)
} else {
  const file = brought(tag)
  put(tag, file)
  const missing = Object.values(file.words).filter((words) => words === '').length
  console.log(
    `src/words/${tag}.json: ${missing} of ${Object.keys(file.words).length} sayings are to be translated.`,
  )
}
