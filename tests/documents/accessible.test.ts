import { readdirSync, readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { exampleDocument } from '../../src/documents/design/example.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { addresseeOf, authorityOf } from '../../src/documents/letters/addressees.ts'
import { chaseAdvice } from '../../src/documents/letters/chaseAdvice.ts'
import { chaseAssessment } from '../../src/documents/letters/chaseAssessment.ts'
import { chaseDecision } from '../../src/documents/letters/chaseDecision.ts'
import { chaseFinalPlan } from '../../src/documents/letters/chaseFinalPlan.ts'
import { chaseNotice } from '../../src/documents/letters/chaseNotice.ts'
import type { LetterBody, LetterKind } from '../../src/documents/letters/letter.ts'
import { batchOf, mergedLetters, type PlainKind } from '../../src/documents/letters/letters.ts'
import { listDifferences } from '../../src/documents/letters/listDifferences.ts'
import { paperKinds } from '../../src/documents/papers/paper.ts'
import { questionsPage } from '../../src/documents/questionsPage.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { questionPages } from '../../src/domain/records/question.ts'
import { Review } from '../../src/domain/records/review.ts'
import { School } from '../../src/domain/records/school.ts'
import { type QuestionPage, usualQuestions } from '../../src/domain/rules/questions.ts'
import { decisionBy } from '../../src/domain/rules/reviewDates.ts'
import { fieldOf } from '../../src/domain/record.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Transfer } from '../../src/domain/records/transfer.ts'
import { recordDocument } from '../../src/export/recordDocument.ts'
import { transferDocument } from '../../src/export/transfer/transferDocument.ts'
import { barriersIn } from './accessibility.ts'
import {
  accessOnPaper,
  acknowledgementOnPaper,
  everyPaper,
  familyLettersOnPaper,
  offerOnPaper,
  servicesOnPaper,
} from './everyPaper.ts'
import { leadingOnPaper } from './leadingOnPaper.ts'
import { emptyFile, fullFile, stored } from './madeUpReview.ts'

const today = '2026-04-20'
const file = fullFile({ address: '4 Orchard Lane' })

const minutes = (): [string, DocumentContent][] => {
  const type = fieldOf(Review, 'type')
  const types = type.kind === 'choice' ? Object.keys(type.choices) : []
  return [
    ...types.map((each): [string, DocumentContent] => [
      `minutes of a review: ${each}`,
      reviewMinutes(fullFile({}, { type: each as 'annual' }), today),
    ]),
    ['minutes from Year 9', reviewMinutes(fullFile({ yearGroup: '9', dateOfBirth: '2012-03-01' }), today)],
    ['minutes with nothing in them', reviewMinutes(emptyFile(), today)],
  ]
}

const owed = { due: decisionBy('2026-03-10'), before: ['2026-04-14'] }
const toAuthority = (kind: LetterKind, body: LetterBody): [string, DocumentContent] => [
  `letter: ${kind}`,
  mergedLetters({ kind, file, today, letters: [{ to: authorityOf(file, today), body }] }),
]
const letters = (): [string, DocumentContent][] => {
  const people = file.contributors.map((one) => addresseeOf(one, file, today))
  const plain: PlainKind[] = ['invitation', 'advice', 'papers', 'report']
  return [
    ...plain.map((kind): [string, DocumentContent] => [
      `letter: ${kind}`,
      mergedLetters(batchOf(kind, file, people.slice(0, 1), today)),
    ]),
    ['letters to several', mergedLetters(batchOf('invitation', file, people, today))],
    toAuthority('chaseAdvice', chaseAdvice(owed)),
    toAuthority('chaseDecision', chaseDecision(owed)),
    toAuthority('chaseNotice', chaseNotice(owed)),
    toAuthority('chaseFinal', chaseFinalPlan(owed)),
    toAuthority(
      'chaseAssessment',
      chaseAssessment({ ...owed, step: 'Whether to assess', requested: '2026-01-12', reference: 'A/1' }),
    ),
  ]
}

const others = (): [string, DocumentContent][] => [
  ...(Object.keys(questionPages) as QuestionPage[]).map((page): [string, DocumentContent] => [
    `questions: ${page}`,
    questionsPage({
      page,
      questions: usualQuestions[page],
      pupil: file.pupil,
      schoolName: 'Oakfield',
      today,
    }),
  ]),
  [
    'a list of differences',
    listDifferences({
      whose: 'authority',
      authority: 'Ridingdale Council',
      differences: [],
      file: {
        school: stored(School, { from: '2020-09-01', name: 'Oakfield', phase: 'primary' }),
        schoolName: 'Oakfield',
      },
      today,
    }),
  ],
  [
    'a pupil’s whole record',
    recordDocument({
      pupil: file.pupil,
      schoolName: 'Oakfield',
      confidentialityLine: 'Confidential',
      received: '2026-04-01',
      today,
      request: file.review.key,
      lists: [
        { type: Pupil, records: [{ record: file.pupil, withheld: [] } as never], keptBack: 0 },
        {
          type: Action,
          records: file.actions.map((record) => ({ record, withheld: [] }) as never),
          keptBack: 1,
        },
      ],
      withheld: [{ list: 'Pupils', number: 1, field: 'Address', how: 'Kept back', exemption: 'Schedule 2' }],
      documents: ['Report.pdf'],
      notIncluded: ['Emails'],
    }),
  ],
  [
    'the file for the next school',
    transferDocument({
      pupil: file.pupil,
      transfer: stored(Transfer, { pupil: file.pupil.key, way: 'leaving', school: 'Millbrook High' }),
      file: {
        lists: [
          { type: Pupil, records: [{ record: file.pupil, withheld: [] } as never], keptBack: 0 },
          { type: Review, records: [{ record: file.review, withheld: [] } as never], keptBack: 0 },
          {
            type: Outcome,
            records: file.outcomes.map((record) => ({ record, withheld: [] }) as never),
            keptBack: 0,
          },
        ],
        documents: [{ audience: 'senco', path: 'Documents/Report.pdf', size: 1 }],
        toLookAt: [],
        leftOut: [{ list: 'Contacts', what: 'Entries', why: 'a contact with a restriction', count: 1 }],
      },
      school: null,
      schoolName: 'Oakfield',
      today,
    }),
  ],
  ['what the school offers', offerOnPaper()],
  ['services for families', servicesOnPaper()],
  ...leadingOnPaper(),
  ...accessOnPaper().map((paper): [string, DocumentContent] => [paper.title, paper]),
  ['letters to families', familyLettersOnPaper()],
  ['an acknowledgement of a complaint', acknowledgementOnPaper()],
  ['an example of documents', exampleDocument('Oakfield', 'Confidential', today)],
]

const every = [...minutes(), ...letters(), ...everyPaper(), ...others()]

describe('every document that is made here', () => {
  test.each(every)('%s has nothing that keeps somebody from reading it', (_, content) => {
    expect(barriersIn(docxOf(content))).toEqual([])
  })

  test('is among them: a new kind has to be tried as well', () => {
    const folder = new URL('../../src/', import.meta.url)
    const sources = ['documents', 'export'].flatMap((name) =>
      readdirSync(new URL(name, folder), { recursive: true, withFileTypes: true })
        .filter((each) => each.isFile() && each.name.endsWith('.ts'))
        .map((each) => readFileSync(`${each.parentPath}/${each.name}`, 'utf8')),
    )
    const named = sources.flatMap((text) =>
      [...text.matchAll(/identity: \{\s*kind: '(\w+)'/g)].map(([, kind]) => kind!),
    )
    expect(named.length).toBeGreaterThan(3)
    const tried = new Set(every.map(([, { identity }]) => identity.kind))
    expect([...named, ...Object.keys(paperKinds)].filter((kind) => !tried.has(kind))).toEqual([])
  })
})

const good = docxOf(reviewMinutes(fullFile(), '2026-03-10'))
const pictured = docxOf(everyPaper()[1]![1])
const spoilt = (name: string, change: (xml: string) => string, file = good): string[] => {
  const parts = unzipSync(file)
  const before = strFromU8(parts[name]!)
  const after = change(before)
  expect(after).not.toBe(before)
  return barriersIn(zipSync({ ...parts, [name]: strToU8(after) }))
}
const body = 'word/document.xml'
const before = (xml: string, put: string) => xml.replace(/<w:sectPr>(?!.*<w:sectPr>)/s, `${put}<w:sectPr>`)
const row = (xml: string) => /<w:tr>.*?<\/w:tr>/s.exec(xml)![0]
const line = (inside: string, looks = '') => `<w:p>${looks}<w:r><w:t>${inside}</w:t></w:r></w:p>`

describe('what would keep somebody from reading a document is found', () => {
  test.each<[string, string, (xml: string) => string, RegExp]>([
    [
      'a heading that skips a level',
      body,
      (xml) => xml.replaceAll('"Heading2"', '"Heading3"'),
      /level 3 follows/,
    ],
    [
      'no start',
      body,
      (xml) => xml.replaceAll('"Title"', '"Note"').replaceAll('"Heading1"', '"Note"'),
      /0 starts|starts with/,
    ],
    [
      'two titles',
      body,
      (xml) => before(xml, line('Again', '<w:pPr><w:pStyle w:val="Title"/></w:pPr>')),
      /2 starts/,
    ],
    [
      'a heading without words',
      body,
      (xml) => before(xml, '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p>'),
      /says nothing/,
    ],
    ['a table without a heading row', body, (xml) => xml.replace('<w:tblHeader/>', ''), /no heading row/],
    [
      'a heading row that isn’t the first',
      body,
      (xml) => xml.replace(row(xml), row(xml) + row(xml)),
      /below its first/,
    ],
    [
      'a column without a name',
      body,
      (xml) => xml.replace(row(xml), row(xml).replace(/<w:t [^>]*>[^<]*/, '<w:t>')),
      /without a name/,
    ],
    [
      'a table without a description',
      body,
      (xml) => xml.replace(/<w:tblDescription [^>]*>/, ''),
      /no description/,
    ],
    ['a table without a caption', body, (xml) => xml.replace(/<w:tblCaption [^>]*>/, ''), /no caption/],
    ['merged cells', body, (xml) => xml.replace('<w:tcPr>', '<w:tcPr><w:vMerge w:val="restart"/>'), /merged/],
    [
      'a table within a table',
      body,
      (xml) => xml.replace(/(<\/w:tcPr>)/, `$1<w:tbl><w:tr><w:tc>${line('x')}</w:tc></w:tr></w:tbl>`),
      /table in it/,
    ],
    ['no language', 'word/styles.xml', (xml) => xml.replace(/<w:lang [^>]*>/, ''), /language is not set/],
    [
      'no language in the settings',
      'word/settings.xml',
      (xml) => xml.replace(/<w:themeFontLang [^>]*>/, ''),
      /settings name/,
    ],
    [
      'no language in the properties',
      'docProps/core.xml',
      (xml) => xml.replace(/<dc:language>.*?<\/dc:language>/, ''),
      /properties name/,
    ],
    [
      'words of another language',
      body,
      (xml) => xml.replace('<w:r><w:t', '<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t'),
      /another language/,
    ],
    [
      'no title',
      'docProps/core.xml',
      (xml) => xml.replace(/<dc:title>.*?<\/dc:title>/, '<dc:title> </dc:title>'),
      /no title/,
    ],
    ['an empty paragraph', body, (xml) => before(xml, '<w:p/>'), /is empty/],
    [
      'an empty paragraph in a cell beside words',
      body,
      (xml) => xml.replace('</w:tc>', '<w:p/></w:tc>'),
      /is empty/,
    ],
    [
      'room made with breaks',
      body,
      (xml) => before(xml, '<w:p><w:r><w:t>a</w:t><w:br/><w:br/><w:br/><w:t>b</w:t></w:r></w:p>'),
      /blanks or breaks/,
    ],
    ['room made with blanks', body, (xml) => before(xml, line('Name      Role')), /blanks or breaks/],
    ['a pale style', 'word/styles.xml', (xml) => xml.replaceAll('595959', '949494'), /949494 on FFFFFF/],
    [
      'a pale heading of a table',
      'word/styles.xml',
      (xml) => xml.replace('w:fill="F2F2F2"', 'w:fill="5B6B8C"'),
      /1F3864 on 5B6B8C/,
    ],
    [
      'a meaning in colour alone',
      body,
      (xml) => before(xml, '<w:p><w:r><w:rPr><w:color w:val="B00020"/></w:rPr><w:t>Late</w:t></w:r></w:p>'),
      /colour alone/,
    ],
    [
      'an invitation to write that only its grey tells',
      body,
      (xml) => xml.replace(/(PlaceholderText"\/><w:color [^>]*><\/w:rPr><w:t [^>]*>)\[/, '$1'),
      /colour alone/,
    ],
    [
      'a cell that is only coloured',
      body,
      (xml) => xml.replace('</w:tcPr>', '<w:shd w:val="clear" w:fill="FFC7CE"/></w:tcPr>'),
      /cell .*colour alone/,
    ],
    ['a list that is only drawn', body, (xml) => before(xml, line('• one') + line('• two')), /only drawn/],
    [
      'a numbered list that is only drawn',
      body,
      (xml) => before(xml, line('1. one') + line('2. two')),
      /only drawn/,
    ],
    [
      'a link that says nothing',
      body,
      (xml) =>
        before(xml, '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>click here</w:t></w:r></w:hyperlink></w:p>'),
      /link/,
    ],
  ])('%s', (_, part, change, said) => {
    expect(spoilt(part, change).join('\n')).toMatch(said)
  })

  test.each<[string, (xml: string) => string, RegExp]>([
    ['a drawing without words', (xml) => xml.replace(/ descr="[^"]*"/, ''), /no words/],
    [
      'a drawing told by its file',
      (xml) => xml.replace(/ descr="[^"]*"/, ' descr="star.png"'),
      /by its file/,
    ],
  ])('%s', (_, change, said) => {
    expect(spoilt(body, change, pictured).join('\n')).toMatch(said)
  })
})
