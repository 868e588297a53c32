// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { TranslationsSection } from '../../src/tab/school/translations/TranslationsSection.tsx'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { LanguageChoice } from '../../src/ui/papers/LanguageChoice.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { newWriteAccess } from '../../src/ui/writeAccess.ts'
import type { Translation } from '../../src/words/translation.ts'

afterEach(cleanup)

const Choosing = () => {
  const [chosen, setChosen] = useState<Translation | null>(null)
  return (
    <>
      <LanguageChoice value={chosen} onChange={setChosen} />
      <output aria-label="chosen">{chosen?.by ?? 'nobody'}</output>
    </>
  )
}

/** The part of a school whose library is empty, with a paper beside it. */
const open = () => {
  const library = new Map<string, string>()
  const downloads: { name: string; text: string }[] = []
  const services = {
    school: { id: 'oakfield', name: 'Oakfield' },
    writing: newWriteAccess(),
    files: {
      list: async () =>
        [...library.keys()].map((path) => ({
          name: path.replace('Translations/', ''),
          isFolder: false,
          createdAt: '2026-11-20T09:00:00Z',
        })),
      read: async (_: string, path: string) => new TextEncoder().encode(library.get(path)),
      save: async (_: string, path: string, bytes: Uint8Array) => {
        library.set(path, new TextDecoder().decode(bytes))
        return { name: path, webUrl: '', etag: '1' }
      },
    },
    download: (name: string, bytes: Uint8Array) =>
      downloads.push({ name, text: new TextDecoder().decode(bytes) }),
    today: () => '2026-11-20',
    now: () => new Date('2026-11-20T09:14:00Z'),
  } as unknown as Services
  render(
    <AppFrame
      theme={{ current: () => 'light', subscribe: () => () => {} }}
      client={newQueryClient()}
      drafts={newDraftBook()}
    >
      <ServicesProvider value={services}>
        <TranslationsSection />
        <Choosing />
      </ServicesProvider>
    </AppFrame>,
  )
  return { user: userEvent.setup(), library, downloads }
}
const fileOf = (text: string) => {
  const bytes = new TextEncoder().encode(text)
  return Object.assign(new File([bytes], 'filled.csv', { type: 'text/csv' }), {
    arrayBuffer: async () => bytes.slice().buffer,
  })
}

test('a translation goes out to be filled, comes back with its wrong rows named, is kept and can be chosen', async () => {
  const { user, library, downloads } = open()
  await screen.findByText('Nothing is translated yet')
  expect(screen.queryByRole('combobox', { name: 'Language' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Download the file for a translator' }))
  await expect.poll(() => downloads.length).toBe(1)
  expect(downloads[0]!.text).toContain('Yours sincerely,Every letter,')

  await user.click(screen.getByRole('button', { name: 'Bring in a translation' }))
  const input = screen.getByLabelText('The file from the translator')
  const filled = fileOf(
    'English,Where,Translation\r\nYours sincerely,x,Z poważaniem\r\nBring a cake,x,Ciasto\r\nDear {0},x,Pani\r\n',
  )
  await user.upload(input, filled)
  await screen.findByText('Say which language it is, such as Polish.')
  await user.type(screen.getByRole('textbox', { name: /^Language/ }), 'Polish')
  await user.type(screen.getByRole('textbox', { name: /^Code/ }), 'PL')
  await user.type(screen.getByRole('textbox', { name: /^Translated by/ }), 'Anna Nowak')
  await user.upload(input, filled)
  await screen.findByText(/^1 saying translated\./)
  screen.getByText(/^Row 3, “Bring a cake”: No paper says this English now/)
  screen.getByText(/^Row 4, “Dear \{0\}”: /)
  expect(library.size).toBe(0)

  await user.click(screen.getByRole('button', { name: 'Keep this translation' }))
  await screen.findByText('Polish (pl)')
  screen.getByText(/^1 saying · translated by Anna Nowak · kept 20 Nov 2026/)
  expect(JSON.parse(library.get('Translations/pl Polish.json')!)).toEqual({
    tag: 'pl',
    name: 'Polish',
    by: 'Anna Nowak',
    on: '2026-11-20',
    words: { 'Yours sincerely': 'Z poważaniem' },
  })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Polish')
  expect(screen.getByLabelText('chosen').textContent).toBe('Anna Nowak')
})
