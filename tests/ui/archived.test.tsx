// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { ArchivedSection } from '../../src/tab/records/archived/ArchivedSection.tsx'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'
import { newWriteAccess } from '../../src/ui/writeAccess.ts'
import { oakfield, oakfieldSchool } from '../graph/oakfield.ts'

afterEach(cleanup)
// A whole SharePoint answers here, on whatever machine: the test waits for it, and for nothing else.
configure({ asyncUtilTimeout: 20_000 })

const aPupil = (forename: string) =>
  blank(Pupil, { forename, surname: 'Khan', dateOfBirth: '2016-02-03', status: 'K' })

test(
  'what was archived is listed by its kind and name, asked once, and stands again as it was',
  { timeout: 60_000 },
  async () => {
    const school = await oakfieldSchool()
    const { records } = school.as('senco')
    const pupils = records.store(Pupil)
    const [amira, ben] = [await pupils.create(aPupil('Amira')), await pupils.create(aPupil('Ben'))]
    const needs = records.store(Need)
    const need = await needs.create(blank(Need, { pupil: ben.key, type: 'SLCN' }))
    await pupils.archive(amira, 'By mistake')
    await needs.archive(need, 'Taken off by hand')
    const services = {
      school: oakfield,
      records,
      writing: newWriteAccess(),
      today: () => '2026-07-14',
      now: () => new Date('2026-07-14T09:14:00Z'),
    } as unknown as Services
    render(
      <AppFrame
        theme={{ current: () => 'light', subscribe: () => () => {} }}
        client={newQueryClient()}
        drafts={newDraftBook()}
      >
        <ServicesProvider value={services}>
          <ArchivedSection />
        </ServicesProvider>
      </AppFrame>,
    )
    const line = within(await screen.findByRole('list', { name: 'Archived' })).getByRole('listitem')
    expect(line.textContent).toContain('Amira Khan')
    expect(line.textContent).toContain('Archived 14 Jul 2026')
    expect(line.textContent).toContain('“By mistake”')
    fireEvent.click(within(line).getByRole('button', { name: 'Bring back: Amira Khan' }))
    const dialog = await screen.findByRole('dialog')
    expect((await pupils.byKey(amira.key)).archived, 'before it is answered').toBe(true)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Bring back' }))
    await screen.findByText('Nothing of this kind is archived')
    expect(await pupils.byKey(amira.key)).toMatchObject({ archived: false, forename: 'Amira', status: 'K' })
    fireEvent.change(screen.getByLabelText('Kind of record'), { target: { value: 'Need' } })
    await screen.findByText(/^Ben Khan: /)
  },
)
