// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { AuthorityPack } from '../../src/domain/records/authorityPack.ts'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import { usePacks } from '../../src/ui/form/usePacks.ts'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { kept } from './made.ts'

afterEach(cleanup)

const [first, second] = exampleForms
const said = { authority: 'Harrowdale', form: 'Report', version: 'v2', sourced: '2026-03-10', address: null }
const known: Stored<AuthorityPack> = {
  ...blank(AuthorityPack, {
    authority: 'Harrowdale',
    form: 'Report',
    version: 'v1',
    sourced: '2025-09-01',
    file: 'old.docx',
    mapping: JSON.stringify({ fields: [], tables: [] }),
  }),
  ...kept('A'),
}

/** The forms of a school whose library holds one form and never writes over a name that is taken. */
const open = () => {
  const library = new Map<string, Uint8Array>([['Forms/old.docx', first.file()]])
  let row = known
  const store = { update: async (_: unknown, changes: object) => (row = { ...row, ...changes }) }
  const files = {
    read: async (_: string, path: string) => library.get(path)!,
    save: async (_: string, path: string, bytes: Uint8Array) => {
      library.set(path, bytes)
      return { name: path.replace('Forms/', ''), webUrl: '', etag: '1' }
    },
  }
  const services = {
    school: { id: 'oakfield', name: 'Oakfield' },
    records: { store: () => store },
    files,
    now: () => new Date('2026-03-10T09:14:00Z'),
  } as unknown as Services
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={newDraftBook()}
    >
      <ServicesProvider value={services}>{children}</ServicesProvider>
    </AppFrame>
  )
  const { result } = renderHook(() => usePacks(), { wrapper })
  return { packs: () => result.current, row: () => row, library }
}

test('a newer version of an authority’s form is the one that is filled from then on, with its version and day', async () => {
  const { packs, row, library } = open()
  const bytes = second.file()
  const chosen = { size: bytes.length, arrayBuffer: async () => bytes.slice().buffer } as unknown as File
  await act(() => packs().choose(chosen, known))
  await act(() => packs().store(said))
  expect(row()).toMatchObject({ version: 'v2', sourced: '2026-03-10' })
  expect(row().file).not.toBe('old.docx')
  expect(library.get(`Forms/${row().file}`)).toEqual(bytes)
})

test('what goes where is changed without a second copy of the form, and its day stays', async () => {
  const { packs, row, library } = open()
  await act(() => packs().reopen(known))
  await act(() => packs().store(said))
  expect(row()).toMatchObject({ file: 'old.docx', version: 'v1', sourced: '2025-09-01' })
  expect(row().mapping).not.toBe(known.mapping)
  expect([...library.keys()]).toEqual(['Forms/old.docx'])
})
