import { describe, expect, it } from 'vitest'
import { addresseeOf } from '../../src/documents/letters/addressees.ts'
import { batchOf } from '../../src/documents/letters/letters.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { filesOf } from '../../src/tab/review/path/lettersOnTheirWay.ts'
import { translationPath, translationsOf } from '../../src/ui/papers/translations.ts'
import type { Services } from '../../src/ui/services.tsx'
import type { Translation } from '../../src/words/translation.ts'
import { fullFile } from '../documents/madeUpReview.ts'

const polish: Translation = {
  tag: 'pl',
  name: 'Polish',
  by: 'Anna Nowak',
  on: '2026-11-20',
  words: { 'Yours sincerely': 'Z poważaniem' },
}
const school = { id: 'oakfield' } as Services['school']
const held = (kept: Readonly<Record<string, { at: string; text: string }>>): Services['files'] =>
  ({
    list: async () =>
      Object.entries(kept).map(([name, { at }]) => ({
        name,
        isFolder: false,
        size: 1,
        etag: '',
        createdAt: at,
        createdBy: null,
        webUrl: null,
      })),
    read: async (_: unknown, path: string) => new TextEncoder().encode(kept[path.split('/')[1]!]!.text),
  }) as unknown as Services['files']
const found = (kept: Parameters<typeof held>[0]) =>
  (translationsOf({ files: held(kept), school }).queryFn as () => Promise<Translation[]>)()

describe('a school’s translations', () => {
  it('are the newest file of each language; what is none is left out', async () => {
    const newer = { ...polish, by: 'Jan Kowalski' }
    expect(translationPath(polish)).toBe('Translations/pl Polish.json')
    expect(
      await found({
        'pl Polish.json': { at: '2026-09-01T10:00:00Z', text: JSON.stringify(polish) },
        'pl Polish 2026-11-20 1000.json': { at: '2026-11-20T10:00:00Z', text: JSON.stringify(newer) },
        'ur Urdu.json': { at: '2026-11-20T10:00:00Z', text: '{}' },
        'notes.docx': { at: '2026-11-20T10:00:00Z', text: '' },
      }),
    ).toEqual([newer])
    expect(await found({})).toEqual([])
  })

  it('make letters to the family a file of their own and leave those to professionals in English', () => {
    const file = fullFile({}, { meetingDate: '2026-03-10' })
    const people = file.contributors.map((one) => addresseeOf(one, file, '2026-02-10'))
    const kinds = people.map(({ as }) => as)
    expect(kinds).toContain('parent')
    expect(kinds).toContain('professional')
    const batch = batchOf('invitation', file, people, '2026-02-10')
    const textOf = (one: { content: Parameters<typeof paragraphsOf>[0] }) =>
      paragraphsOf(one.content)
        .map(({ text }) => text)
        .join('\n')
    const made = filesOf(batch, 'together', polish)
    expect(made.map(({ name }) => name.endsWith(' pl.docx'))).toEqual([true, false])
    expect(new Set(made.map(({ name }) => name)).size).toBe(2)
    expect(textOf(made[0]!)).toContain('Z poważaniem')
    expect(textOf(made[0]!)).not.toContain('Yours sincerely')
    expect(textOf(made[1]!)).toContain('Yours sincerely')
    expect(textOf(made[1]!)).not.toContain('translated into')
    expect(filesOf(batch, 'each', polish)).toHaveLength(people.length)
    expect(filesOf(batch, 'together')).toHaveLength(1)
  })
})
