import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBack } from '../../src/documents/readBack.ts'
import type { ReadDocument } from '../../src/documents/readControls.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { ownAfter, planBack, planUpdate, type UpdatePlan } from '../../src/documents/update.ts'
import { fullFile, keyNumbered, reviewKey } from './madeUpReview.ts'
import { asRead, controlIn, inside, opened, run, typed } from './wordEdits.ts'

const today = '2026-03-10'
const rv = (field: string) => `rv.${reviewKey}.${field}`
const fields = ['working', 'notWorking', 'place', 'chair', 'parentGoingWell', 'childHard'] as const
const file = fullFile()
const before = opened(reviewMinutes(file, today))
const changed = (values: Partial<ReviewFile['review']>): ReviewFile => ({
  ...file,
  review: { ...file.review, ...values },
})
const planned = (of: ReviewFile, document: ReadDocument): UpdatePlan => {
  const plan = planUpdate(of, document, today, { list: true })
  if ('refused' in plan) throw new Error(plan.refused.why)
  return plan
}
const names = (all: readonly { tag: string }[]) => all.map(({ tag }) => tag.split('.')[2]!).toSorted()

test('whatever was changed on either side, Update takes just what the record alone changed', () => {
  const some = fc.subarray([...fields])
  fc.assert(
    fc.property(some, some, (byRecord, byPerson) => {
      const later = changed(Object.fromEntries(byRecord.map((name) => [name, `${name} by a colleague`])))
      const document = asRead(byPerson.reduce((now, name) => typed(now, rv(name), `${name} typed`), before))
      const { set, left } = planned(later, document)
      expect(names(set)).toEqual(byRecord.filter((name) => !byPerson.includes(name)).toSorted())
      expect(left.map(({ why }) => why).every((why) => why === 'both')).toBe(true)
      expect(names(left)).toEqual(byRecord.filter((name) => byPerson.includes(name)).toSorted())
    }),
    { numRuns: 25 },
  )
})

test('once brought in, there is nothing more to bring, and putting back asks for just what was there', () => {
  const later = changed({ working: 'Quiet corner', place: 'Hall' })
  const { set } = planned(later, asRead(before))
  const written = set.reduce((now, { tag, to }) => typed(now, tag, to), before)
  const own = ownAfter(later, asRead(before), new Map(set.map(({ tag, to }) => [tag, to])), today)
  const document = { ...asRead(written), ...own }
  expect(planned(later, document)).toMatchObject({ set: [], left: [] })
  expect(
    planBack(set, document)
      .map(({ tag, from, to }) => [tag, from, to])
      .toSorted(),
  ).toEqual(set.map(({ tag, from, to }) => [tag, to, from]).toSorted())
  expect(planBack(set, asRead(typed(written, rv('place'), 'Library'))).map(({ tag }) => tag)).toEqual([
    rv('working'),
  ])
})

test('a field with a picture, an object or a note among its words is left, though its words are as inserted', () => {
  const later = changed({ working: 'Quiet corner' })
  const whole = controlIn(before.xml, rv('working'))
  for (const name of ['drawing', 'object', 'footnoteReference']) {
    const held = whole.replace(/(<\/w:r>)(?![\s\S]*<\/w:r>)/, (end) => `${end}<w:r><w:${name}/></w:r>`)
    expect(held).not.toBe(whole)
    const { set, left } = planned(later, asRead({ ...before, xml: before.xml.replace(whole, () => held) }))
    expect(set).toEqual([])
    expect(left.map(({ tag, why }) => [tag, why])).toEqual([[rv('working'), 'holds']])
  }
})

test('a control that was cut and pasted elsewhere is still the field that was inserted', () => {
  const whole = controlIn(before.xml, rv('working'))
  const moved = before.xml.replace(whole, '').replace('</w:body>', `<w:p>${whole}</w:p></w:body>`)
  expect(names(planned(changed({ working: 'Other' }), asRead({ ...before, xml: moved })).set)).toEqual([
    'working',
  ])
})

test('a table pasted a second time is written in both places, until one of them says something else', () => {
  const start = before.xml.lastIndexOf('<w:tbl>', before.xml.indexOf(rv('place')))
  const end = before.xml.indexOf('</w:tbl>', start) + '</w:tbl>'.length
  const copy = before.xml.slice(start, end)
  const twice = { ...before, xml: before.xml.replace('</w:body>', () => `${copy}<w:p/></w:body>`) }
  const later = changed({ place: 'Hall' })
  expect(planned(later, asRead(twice)).set).toMatchObject([{ tag: rv('place'), count: 2 }])
  const one = typed(twice, rv('place'), 'Library')
  const plan = planned(later, asRead(one))
  expect([names(plan.set), plan.left.map(({ why }) => why)]).toEqual([[], ['twice']])
})

test('minutes inserted under Track changes are as inserted; words changed in them under it are left', () => {
  const runs = (text: string) => `<w:ins w:id="5" w:author="A">${run(text)}</w:ins>`
  const was = file.review.working!
  const later = changed({ working: 'Other' })
  expect(names(planned(later, asRead(inside(before, rv('working'), () => runs(was)))).set)).toEqual([
    'working',
  ])
  const retyped = () =>
    `<w:del w:id="6" w:author="A"><w:r><w:delText>${was}</w:delText></w:r></w:del>${runs(was)}`
  expect(planned(later, asRead(inside(before, rv('working'), retyped))).left.map(({ why }) => why)).toEqual([
    'tracked',
  ])
})

test('what was typed over and then recorded alike on both sides counts as inserted from there on', () => {
  const document = asRead(typed(before, rv('working'), 'Both say so'))
  const alike = changed({ working: 'Both say so' })
  const { same } = planned(alike, document)
  const own = ownAfter(alike, document, same, today)
  expect(names(planned(changed({ working: 'The record goes on' }), { ...document, ...own }).set)).toEqual([
    'working',
  ])
})

test('Update refuses what Read back refuses', () => {
  const other = { ...file, review: { ...file.review, key: keyNumbered(777_777) } }
  const plan = planUpdate(other, asRead(before), today, { list: true })
  const read = readBack(other, asRead(before), today)
  expect('refused' in plan && plan.refused).toEqual('refused' in read && read.refused)
  expect('refused' in plan && plan.refused.why).toBe('otherReview')
})
