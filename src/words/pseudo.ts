import type { LanguageFile } from './languageFile.ts'

const looks: Readonly<Record<string, string>> = {
  a: 'à',
  e: 'é',
  i: 'ï',
  o: 'ô',
  u: 'ü',
  y: 'ŷ',
  w: 'ŵ',
  n: 'ñ',
  c: 'ç',
  s: 'š',
  A: 'À',
  E: 'É',
  I: 'Ï',
  O: 'Ô',
  U: 'Ü',
  W: 'Ŵ',
  S: 'Š',
}

/** The same words with marks on their letters and longer by a third, as Welsh is: what stays plain was never said through `t`. */
export const pseudoWords = (english: string): string => {
  const marked = english.replace(/\{\d+\}|[a-zA-Z]/g, (found) => looks[found] ?? found)
  return `${marked}${'~'.repeat(Math.ceil(english.length / 3))}`
}

/** A language nobody speaks, made of all English words there are: shows what was left out and what is too narrow. */
export const pseudoLanguage = (english: readonly string[], counted: readonly string[]): LanguageFile => ({
  tag: 'en-x-pseudo',
  words: Object.fromEntries(english.map((words) => [words, pseudoWords(words)])),
  counts: Object.fromEntries(
    counted.map((forms) => {
      const [one = '', many = ''] = forms.split('|')
      return [forms, { one: `{0} ${pseudoWords(one)}`, other: `{0} ${pseudoWords(many)}` }]
    }),
  ),
})
