import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { documentState } from '../../src/documents/documentState.ts'
import { readBack, reviewsIn } from '../../src/documents/readBack.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { ApiError } from '../../src/emulator/office/hostObject.ts'
import { type Restriction, restrict } from '../../src/emulator/office/word/protection.ts'
import { insertDocument, readOpenDocument } from '../../src/host/word.ts'
import { insertedWords } from '../../src/taskpane/host/insertedWords.ts'
import { documentWords } from '../../src/ui/documentWords.ts'
import { fullFile, keyNumbered } from '../documents/madeUpReview.ts'
import { control, opened, paragraph, part, run, smallDocx } from './smallDocx.ts'
import { faults, openDocument, startOffice } from './wordHost.ts'

const today = '2026-03-10'
const file = fullFile()
const content = reviewMinutes(file, today)
const minutes = docxOf(content)
const other = { ...file, review: { ...file.review, key: keyNumbered(5_000) } }

beforeAll(async () => {
  await startOffice()
})
beforeEach(() => {
  faults.length = 0
})
afterEach(() => {
  expect(faults).toEqual([])
})

const whyOf = async (act: Promise<unknown>): Promise<string> => {
  const problem = await act.then(
    () => null,
    (thrown: unknown) => thrown as Problem,
  )
  const { trouble } = problem!
  if (trouble.code !== 'document') throw new Error(trouble.code)
  expect(documentWords(trouble).todo).not.toBe('')
  return trouble.why
}
const nothingDiffers = { differences: [], doubled: [], missing: [], unmatched: [] }

/** A document that holds the minutes, as it is when somebody opens it anew. */
const withMinutes = async (bytes = minutes): Promise<Uint8Array> => {
  const { host } = openDocument()
  await insertDocument(bytes, 'replace')
  return new Uint8Array(await host.document.bytes())
}

describe('a protected document', () => {
  const kinds: readonly (readonly [Restriction, string])[] = [
    ['readOnly', 'readOnly'],
    ['forms', 'formsOnly'],
    ['comments', 'commentsOnly'],
    ['final', 'final'],
  ]
  for (const [kind, why] of kinds)
    test(`${kind}: is known before, refuses whole, says what to do whatever code Word gives, and reads back`, async () => {
      const bytes = await withMinutes()
      const { host, word } = openDocument(bytes)
      restrict(word, kind)
      const before = await readOpenDocument()
      expect(readBack(file, before, today)).toMatchObject(nothingDiffers)
      expect(documentState(before.xml, before.told).restricted).toBe(kind === 'final' ? null : why)
      const as = new Uint8Array(await host.document.bytes())
      for (const code of ['AccessDenied', 'NotAllowed', 'GeneralException']) {
        word.refusesWith = code
        const said = await whyOf(insertDocument(minutes, 'replace', { before }))
        // Mark as Final stands in no part that getOoxml gives.
        expect(said).toBe(kind !== 'final' ? why : code === 'GeneralException' ? 'failed' : 'notNow')
      }
      expect(opened(new Uint8Array(await host.document.bytes()))).toEqual(opened(as))
    })

  test('that takes tracked changes alone takes the minutes as one', async () => {
    const { word } = openDocument()
    restrict(word, 'trackedChanges')
    const { document } = await insertDocument(minutes, 'replace')
    expect(documentState(document.xml, document.told)).toMatchObject({ restricted: null, tracking: true })
    expect(readBack(file, document, today)).toMatchObject(nothingDiffers)
  })

  test('in Viewing mode refuses without saying why, takes nothing, and can be read', async () => {
    const { word } = openDocument()
    word.openedAs = 'viewing'
    const before = await readOpenDocument()
    expect(await whyOf(insertDocument(minutes, 'replace', { before }))).toBe('failed')
    expect((await readOpenDocument()).hasText).toBe(false)
  })

  test('whose rights let nobody but Word look says so, on reading too', async () => {
    const { word } = openDocument()
    word.openedAs = 'rights'
    expect(await whyOf(readOpenDocument())).toBe('rights')
    expect(await whyOf(insertDocument(minutes, 'replace'))).toBe('notNow')
  })
})

test('a locked field is named where its text would be replaced, and the end of the document still takes minutes', async () => {
  const locked = control('form.ref', paragraph('AB 12'), '<w:lock w:val="sdtContentLocked"/>')
  const { host } = openDocument(smallDocx(locked + paragraph('Ours')))
  const as = opened(new Uint8Array(await host.document.bytes()))
  const before = await readOpenDocument()
  expect(await whyOf(insertDocument(minutes, 'replace', { before }))).toBe('locked')
  expect(opened(new Uint8Array(await host.document.bytes()))).toEqual(as)
  expect((await insertDocument(minutes, 'end', { before })).document.hasText).toBe(true)
})

describe('tracked changes', () => {
  test('what is inserted is tracked, said so, and read back as if accepted', async () => {
    const { host, word } = openDocument()
    word.tracking = true
    const inserted = await insertDocument(minutes, 'replace')
    expect(insertedWords(inserted, content)).toMatchObject({
      words: expect.stringMatching(/^Minutes inserted\. .*all of it is marked as a change/),
      warns: false,
    })
    expect(readBack(file, inserted.document, today)).toMatchObject(nothingDiffers)
    const body = part(opened(new Uint8Array(await host.document.bytes())), 'word/document.xml')
    expect(body).toMatch(/<w:ins [^>]*w:author="You"[^>]*><w:r>/)
    expect(documentState(inserted.document.xml, inserted.document.told)).toMatchObject({ changes: true })
  })

  test('replaced minutes stay as deleted text and count for nothing, of this review or another', async () => {
    for (const old of [minutes, docxOf(reviewMinutes(other, today))]) {
      const { word } = openDocument(await withMinutes(old))
      word.tracking = true
      const { document } = await insertDocument(minutes, 'replace')
      expect(document.controls.length).toBeGreaterThan(
        new Set(document.controls.map(({ tag }) => tag)).size - 1,
      )
      expect([...reviewsIn(document)]).toEqual([file.review.key])
      expect(readBack(file, document, today)).toMatchObject(nothingDiffers)
    }
  })
})

describe('comments', () => {
  const commented = smallDocx(
    `<w:p><w:commentRangeStart w:id="0"/>${run('Our notes')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
    [
      {
        path: 'word/comments.xml',
        type: 'comments',
        xml: `<w:comments xmlns:w=""><w:comment w:id="0" w:author="Head">${paragraph('Ask the family')}</w:comment></w:comments>`,
      },
    ],
  )

  test('stay where minutes go to the end, and are counted before a text is replaced', async () => {
    const { host } = openDocument(commented)
    const before = await readOpenDocument()
    expect(documentState(before.xml, before.told).comments).toBe(1)
    await insertDocument(minutes, 'end', { before })
    const files = opened(new Uint8Array(await host.document.bytes()))
    expect(part(files, 'word/comments.xml')).toContain('Ask the family')
    expect(part(files, 'word/document.xml')).toContain('<w:commentReference w:id="0"/>')
  })

  test('stay with a replaced text while changes are tracked', async () => {
    const { host, word } = openDocument(commented)
    word.tracking = true
    await insertDocument(minutes, 'replace')
    expect(part(opened(new Uint8Array(await host.document.bytes())), 'word/comments.xml')).toContain(
      'Ask the family',
    )
  })
})

describe('an older kind of document', () => {
  const kept = (mode: number) =>
    smallDocx(paragraph('Old'), [
      {
        path: 'word/settings.xml',
        type: 'settings',
        xml: `<w:settings xmlns:w=""><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="${mode}"/></w:compat></w:settings>`,
      },
    ])

  test('of Word 97 to 2003 is known before, and that its fields did not come in is said after', async () => {
    openDocument(kept(11))
    const before = await readOpenDocument()
    expect(documentState(before.xml, before.told).compatibleWith).toBe('.doc')
    const inserted = await insertDocument(minutes, 'end', { before })
    expect(inserted.document.hasText).toBe(true)
    expect(insertedWords(inserted, content)).toMatchObject({
      words: expect.stringMatching(/^Minutes inserted as plain text: .*nothing can be read back/),
      warns: true,
    })
  })

  test('of Word 2007 and 2010 keeps every field', async () => {
    for (const [mode, name] of [
      [12, 'Word 2007'],
      [14, 'Word 2010'],
    ] as const) {
      openDocument(kept(mode))
      const before = await readOpenDocument()
      expect(documentState(before.xml, before.told).compatibleWith).toBe(name)
      const inserted = await insertDocument(minutes, 'end', { before })
      expect(insertedWords(inserted, content).warns).toBe(false)
    }
  })
})

describe('Word that stops', () => {
  test('before anything was put in: the body alone still goes in', async () => {
    const { host } = openDocument()
    const before = await readOpenDocument()
    host.rich.trouble = {
      before: ({ ObjectPaths }) => {
        const whole = Object.values(ObjectPaths).find(({ Name }) => Name === 'InsertFileFromBase64')
        if (whole && ObjectPaths[whole.ParentObjectPathId ?? 0]?.Name !== 'Body')
          throw new ApiError('GeneralException', 'GeneralException', 'Document.insertFileFromBase64')
      },
    }
    expect(await whyOf(insertDocument(minutes, 'replace', { before }))).toBe('failed')
    const inserted = await insertDocument(minutes, 'replace', { before, bodyAlone: true })
    expect(readBack(file, inserted.document, today)).toMatchObject(nothingDiffers)
    expect(insertedWords(inserted, content).words).toMatch(/The footer was left out/)
  })

  test('in the middle: it is seen that a part stands in the document', async () => {
    const { host } = openDocument()
    const before = await readOpenDocument()
    host.rich.trouble = {
      after: () => {
        host.rich.trouble = {}
        throw new ApiError('GeneralException', 'GeneralException', 'Body.getOoxml')
      },
    }
    expect(await whyOf(insertDocument(minutes, 'replace', { before }))).toBe('halfway')
  })

  test('for good: the wait ends, and says to look at the document', async () => {
    const { host } = openDocument()
    host.rich.trouble = { before: () => new Promise<void>(() => {}) }
    vi.useFakeTimers()
    try {
      const why = whyOf(insertDocument(minutes, 'replace'))
      await vi.advanceTimersByTimeAsync(120_000)
      expect(await why).toBe('silent')
    } finally {
      vi.useRealTimers()
    }
  })
})

test('a file that is too large is refused before it is sent, with the picture that makes it so', async () => {
  const { host } = openDocument()
  const large = smallDocx(
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="The art club &amp; its mural"/><a:graphic><a:blip r:embed="rId1"/></a:graphic></wp:inline></w:drawing></w:r></w:p>',
    [{ path: 'word/media/image1.png', type: 'image/png', kind: 'image', xml: '' }],
    { 'word/media/image1.png': noise(4_500_000), 'word/media/image2.png': noise(20_000) },
  )
  const problem = await insertDocument(large, 'end').catch((thrown: unknown) => thrown as Problem)
  expect((problem as Problem).trouble).toMatchObject({
    code: 'document',
    why: 'tooLarge',
    picture: { name: '“The art club & its mural”', size: 4_500_000 },
  })
  expect(documentWords((problem as Problem).trouble as never)).toEqual({
    title: 'This is larger than Word takes (4.3 MB, and 4 MB is the most)',
    todo: 'The largest picture in it is “The art club & its mural”, with 4.3 MB. Put a smaller one in its place, or download the document and open it in Word.',
  })
  expect(host.rich.batches).toEqual([])
})

/** Bytes that no archive makes smaller. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0x2545f491
  for (let each = 0; each < length; each++) {
    at ^= at << 13
    at ^= at >>> 17
    at ^= at << 5
    bytes[each] = at
  }
  return bytes
}
