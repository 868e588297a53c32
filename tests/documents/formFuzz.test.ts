import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import { filledFile, readForm } from '../../src/documents/form/formFile.ts'
import { propose } from '../../src/documents/form/propose.ts'
import { below, type Element, treeOf } from '../../src/documents/form/tree.ts'
import { Problem } from '../../src/domain/problem.ts'
import { brackenshaw } from './forms/brackenshaw.ts'
import { eastmarch } from './forms/eastmarch.ts'
import { fenwick } from './forms/fenwick.ts'
import { bones, isWithin, wordsBeside, wordsOf } from './forms/letters.ts'
import { loxley } from './forms/loxley.ts'
import { quillmere } from './forms/quillmere.ts'
import { thornwood } from './forms/thornwood.ts'
import { fullFile } from './madeUpReview.ts'

const today = '2026-03-20'
const makers = [
  ...exampleForms.map(({ file }) => file),
  eastmarch,
  loxley,
  fenwick,
  quillmere,
  brackenshaw,
  thornwood,
]
const forms = makers.map((make) => unzipSync(make()))
const main = 'word/document.xml'
const edited = (parts: Record<string, Uint8Array>, xml: string) =>
  zipSync({ ...parts, [main]: strToU8(xml) }, { level: 1 })

/** What people and programs do to a form, well-formed as it stays: elements taken out, doubled, put elsewhere. */
const doTo = (xml: string, how: 'drop' | 'double' | 'move' | 'empty', at: number, to: number): string => {
  const all = [...below(treeOf(xml))].filter(({ parent, name }) => parent !== null && name !== 'body')
  const one = all[at % all.length]!
  const own = xml.slice(one.start, one.end)
  switch (how) {
    case 'drop':
      return xml.slice(0, one.start) + xml.slice(one.end)
    case 'double':
      return xml.slice(0, one.end) + own + xml.slice(one.end)
    case 'empty':
      return xml.slice(0, one.opened) + xml.slice(one.closing)
    case 'move': {
      const other = all[to % all.length]!
      const isInside = (inner: Element, outer: Element) =>
        inner.start >= outer.start && inner.end <= outer.end
      if (isInside(other, one)) return xml
      const place = other.start
      return place < one.start
        ? xml.slice(0, place) + own + xml.slice(place, one.start) + xml.slice(one.end)
        : xml.slice(0, one.start) + xml.slice(one.end, place) + own + xml.slice(place)
    }
  }
}

const edits = fc.array(
  fc.tuple(fc.constantFrom('drop', 'double', 'move', 'empty'), fc.nat(100_000), fc.nat(100_000)),
  { minLength: 1, maxLength: 6 },
)

/** Elements of one text that the other lacks, in their order; answers bring paragraphs and rows of their own. */
const lost = (before: readonly string[], after: readonly string[]): string | undefined => {
  let at = 0
  for (const each of after) if (each === before[at]) at++
  return before[at]
}

test('a form that was edited in any way is read and filled, or refused in words; nothing of it is lost', () => {
  const file = fullFile({ address: '1 Elm Row\nAshdown AB1 2CD' })
  fc.assert(
    fc.property(fc.nat(forms.length - 1), edits, (which, all) => {
      const parts = forms[which]!
      let xml
      let form
      try {
        // An edit may have put two roots beside each other: then the next one has nothing to read either.
        xml = all.reduce((text, [how, at, to]) => doTo(text, how, at, to), strFromU8(parts[main]!))
        form = readForm(edited(parts, xml))
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Problem)
        return
      }
      const nothing = filledFile(form, { fields: {}, tables: {} }, file, today)
      expect(nothing.xml === xml).toBe(true)
      const filled = filledFile(form, propose(form.form), file, today)
      expect(lost(bones(xml), bones(filled.xml))).toBe(undefined)
      const invited = /Clickortapheretoentertext|Chooseanitem|DD\/?MM\/?YYYY/g
      expect(isWithin(wordsBeside(xml).replace(invited, ''), wordsOf(filled.xml))).toBe(true)
    }),
    { numRuns: 40 },
  )
})

test('a form cut or spoilt anywhere is refused in words or read, never anything else', () => {
  fc.assert(
    fc.property(
      fc.nat(forms.length - 1),
      fc.nat(1_000_000),
      fc.string({ maxLength: 8 }),
      (which, at, put) => {
        const parts = forms[which]!
        const xml = strFromU8(parts[main]!)
        const place = at % xml.length
        try {
          const form = readForm(edited(parts, xml.slice(0, place) + put + xml.slice(place + put.length)))
          propose(form.form)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem)
        }
      },
    ),
    { numRuns: 100 },
  )
})
