import { below, treeOf } from '../../../src/documents/form/tree.ts'

/** What a form is made of: every element with its attributes, but without runs and what they say. */
export const bones = (xml: string): string[] =>
  [...below(treeOf(xml), ({ name }) => name === 'r' || name === 'sdtPr')].map(
    ({ name, attributes }) => `${name} ${JSON.stringify(attributes)}`,
  )

/** Everything that a form says, room to write on, boxes and blanks left out, in its order. */
export const wordsOf = (xml: string): string =>
  [...below(treeOf(xml))]
    .map(({ name, text }) => (name === 't' ? text : ''))
    .join('')
    .replace(/[\s_.\u2026\u00A0\u2002\u2610\u2612]+/g, '')

/** The same without what stands in controls and form fields, whose words give way to an answer. */
export const wordsBeside = (xml: string): string => {
  const all = [...below(treeOf(xml), ({ name }) => name === 'sdtContent')]
  let inResult = false
  return all
    .map(({ name, text, attributes }) => {
      if (name === 'fldChar') inResult = attributes['fldCharType'] === 'separate'
      return name === 't' && !inResult ? text : ''
    })
    .join('')
    .replace(/[\s_.\u2026\u00A0\u2002\u2610\u2612]+/g, '')
}

/** Whether all letters of one text stand in the other in their order: nothing of it was lost. */
export const isWithin = (one: string, other: string): boolean => {
  let at = 0
  for (const letter of other) if (letter === one[at]) at++
  return at === one.length
}
