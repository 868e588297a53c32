import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { readControls } from '../../src/documents/readControls.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { readFile } from '../../src/importing/index.ts'

/* What XML can hide, drawn at random, in both places where the product reads XML that somebody sends: a CTF and a Word
   document. A document type is where entities come from, so none may pass, wherever and however it is written. */

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/)
const secret = 'file:///etc/passwd'
const entity = fc.oneof(
  fc.tuple(name, name).map(([a, b]) => `<!ENTITY ${a} "&${b};&${b};&${b};&${b};&${b};&${b};&${b};&${b};">`),
  name.map((a) => `<!ENTITY ${a} "aaaaaaaaaaaaaaaa">`),
  name.map((a) => `<!ENTITY ${a} SYSTEM "${secret}">`),
  name.map((a) => `<!ENTITY ${a} PUBLIC "-//x" "https://elsewhere.example/x.dtd">`),
  name.map((a) => `<!ENTITY % ${a} SYSTEM "https://elsewhere.example/x">%${a};`),
  name.map((a) => `<!ATTLIST Surname ${a} CDATA "planted">`),
)
const docType = fc
  .tuple(
    fc.constantFrom('CTfile', 'w:document', 'x'),
    fc.constantFrom('', ' SYSTEM "https://elsewhere.example/x.dtd"', ' PUBLIC "-//x" "file:///etc/hosts"'),
    fc.array(entity, { maxLength: 12 }),
    fc.constantFrom('', ' ', '\n\t'),
  )
  .map(
    ([root, outside, entities, gap]) =>
      `<!DOCTYPE${gap || ' '}${root}${outside}${gap}[${entities.join(gap)}]${gap}>`,
  )
const before = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0"?>\n<!-- a > b -->',
  '\n\n<?note x?>',
  '\uFEFF',
)

const ctf = (prolog: string, surname: string) =>
  `${prolog}<CTfile><CTFpupilData><Pupil><Surname>${surname}</Surname><Forename>A</Forename><DOB>2016-03-10</DOB></Pupil></CTFpupilData></CTfile>`
const word = (prolog: string, text: string) =>
  `${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`

it('no document type passes, so that nothing is expanded or fetched', () => {
  fc.assert(
    fc.property(before, docType, name, (start, type, used) => {
      const read = readFile(strToU8(ctf(start + type, `&${used};`)))
      expect(read.kind).toBe('refused')
      expect(() => readControls(word(start + type, `&${used};`))).toThrow(Problem)
      expect(() => readDocx(zipSync({ 'word/document.xml': strToU8(word(start + type, 'x')) }))).toThrow(
        Problem,
      )
    }),
    { numRuns: 300 },
  )
})

it('an entity that no document type brings is no text, and never what it is named after', () => {
  fc.assert(
    fc.property(
      name.filter((word) => !['lt', 'gt', 'amp', 'quot', 'apos'].includes(word)),
      (used) => {
        const read = readFile(strToU8(ctf('', `&${used};`)))
        if (read.kind === 'table') expect(read.rows.flatMap(({ cells }) => cells)).not.toContain(secret)
        expect(read.kind).toBe('refused')
      },
    ),
    { numRuns: 100 },
  )
})

it('any XML however cut, nested or spoilt is read or refused in a sentence, quickly', () => {
  const node: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom(
        '',
        'x',
        '&lt;',
        '&#x202E;',
        '&#0;',
        '&#xD800;',
        ']]>',
        '<![CDATA[<b>]]>',
        '<!-- -- -->',
        '<?x?>',
        '<',
        '&',
      ),
      fc
        .tuple(
          fc.constantFrom('Pupil', 'Surname', 'SEN', 'Contact', 'a:b', 'CTFpupilData', '__proto__'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    ),
  })).node
  fc.assert(
    fc.property(node, fc.nat(400), (inner, cut) => {
      const bytes = strToU8(ctf('', inner))
      for (const given of [bytes, bytes.subarray(0, cut)]) {
        const read = readFile(given)
        if (read.kind === 'refused') expect(read.why).toMatch(/^[A-Z].+\.$/s)
        else expect(read.rows.length).toBeLessThanOrEqual(60_000)
      }
      try {
        readControls(word('', inner))
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Problem)
      }
    }),
    { numRuns: 500 },
  )
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

it('deep nesting, endless attributes and a text without end are refused', () => {
  for (const surname of [
    '<a>'.repeat(100_000),
    `<a ${'b="c" '.repeat(200_000)}/>`.replaceAll('b=', 'b1='),
    'x'.repeat(2_000_000),
  ]) {
    expect(readFile(strToU8(ctf('', surname))).kind).toBe('refused')
  }
})
