// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { SchoolConfig } from '../../src/config.ts'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { SchoolFigures } from '../../src/domain/records/schoolFigures.ts'
import { createGraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas } from '../../src/emulator/graph/local.ts'
import { connect } from '../../src/graph/connect.ts'
import { newColumns } from '../../src/graph/rows.ts'
import { TrustScreen } from '../../src/tab/trust/TrustScreen.tsx'
import { newDraftBook } from '../../src/ui/drafts.tsx'
import { servicesFor } from '../../src/ui/servicesFor.ts'
import { ServicesProvider } from '../../src/ui/services.tsx'
import { AppFrame, newQueryClient } from '../../src/ui/startApp.tsx'

afterEach(cleanup)

const configOf = (id: string, name: string): SchoolConfig => ({
  id,
  name,
  sites: {
    senco: `${localHost}:/sites/${id}-senco`,
    staff: `${localHost}:/sites/${id}-staff`,
    governors: `${localHost}:/sites/${id}-governors`,
  },
})
const schools = [configOf('oakfield', 'Oakfield'), configOf('elm', 'Elm'), configOf('far', 'Farmore')]
const sencoOnly = { senco: 'write', it: 'owner' } as const

/** Three schools: one with records and nothing sent, one that sent its figures, one whose site lets nobody in. */
const trust = async () => {
  const emulator = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: schools.flatMap(({ id, name }) => [
      { path: `/sites/${id}-senco`, displayName: name, members: sencoOnly },
      { path: `/sites/${id}-staff`, displayName: name, members: sencoOnly },
      {
        path: `/sites/${id}-governors`,
        displayName: name,
        members: id === 'far' ? { it: 'owner' as const } : { ...sencoOnly, governor: 'read' as const },
      },
    ]),
  })
  const as = (school: SchoolConfig, persona: string) =>
    connect({ school, send: emulator.handle, token: () => Promise.resolve(`local:${persona}`) })
  await as(schools[0]!, 'it').setUp()
  // Of the others nothing but their figures is ever asked.
  for (const school of schools.slice(1))
    await as({ ...school, sites: { governors: school.sites.governors } as never }, 'it').setUp()
  const pupil = (at: number) =>
    blank(Pupil, {
      surname: 'Khan',
      forename: 'Amira',
      dateOfBirth: '2016-02-29',
      status: at < 9 ? 'K' : 'E',
      yearGroup: '4',
    })
  await emulator.admin.fill(
    '/sites/oakfield-senco',
    Pupil.list,
    Array.from({ length: 11 }, (_, at) => newColumns(Pupil, newKey(at + 1), pupil(at))) as never,
  )
  await as(schools[1]!, 'senco').records.store(SchoolFigures).create({
    school: 'Elm',
    on: '2026-11-02',
    by: 'Ann Elm',
    fewest: 5,
    figures: 'send: 40\nstatus.E: hidden\nstatus.K: hidden\nyear.4: 40',
  })
  const open = (persona: string) => {
    const services = (school: SchoolConfig) =>
      servicesFor({
        school,
        schools,
        token: () => Promise.resolve(`local:${persona}`),
        signIn: () => Promise.resolve(),
        send: emulator.handle,
        now: () => new Date('2026-11-23T09:00:00Z'),
      })
    const known = new Map(schools.map((school) => [school.id, services(school)]))
    render(
      <AppFrame
        theme={{ current: () => 'light', subscribe: () => () => {} }}
        client={newQueryClient()}
        drafts={newDraftBook()}
      >
        <ServicesProvider value={known.get('oakfield')!}>
          <TrustScreen servicesOf={(school) => known.get(school.id)!} />
        </ServicesProvider>
      </AppFrame>,
    )
  }
  return { emulator, as, open }
}
const cells = (table: string, row: string) =>
  within(within(screen.getByRole('table', { name: table })).getByRole('row', { name: new RegExp(`^${row}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)

test('a SENCO sees what would be sent, sends it, and it stands beside the other schools, small numbers hidden', async () => {
  const { as, open } = await trust()
  open('senco')
  const user = userEvent.setup()
  expect(await screen.findByText(/Nothing has been sent yet/)).toBeTruthy()
  expect(await screen.findByText(/^You are not let into the figures of Farmore:/)).toBeTruthy()
  expect(screen.getByText('1 of 2 schools are not in these figures')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Look at today’s figures' }))
  const own = screen.getByRole('region', { name: 'What this school sends' })
  const listed = await within(own).findAllByRole('listitem')
  const texts = listed.map(({ textContent }) => textContent)
  expect(texts).toContain('Pupils with SEND: 11')
  expect(texts).toContain('EHC plan: hidden')
  expect(texts).toContain('SEN support: hidden')
  expect(own.textContent).not.toMatch(/Khan|Amira/)
  await user.click(within(own).getByRole('button', { name: 'Send these figures' }))
  expect(await screen.findByText(/Sent on 23 Nov 2026 by Helen Marsh/)).toBeTruthy()
  await waitFor(() => expect(cells('Register', 'Pupils with SEND')).toEqual(['51', '11', '40']))
  expect(cells('Register', 'EHC plan')).toEqual(['hidden', 'hidden', 'hidden'])
  const { records } = await as(schools[0]!, 'governor').records.store(SchoolFigures).all()
  expect(records).toHaveLength(1)
  expect(records[0]!.figures).toContain('send: 11\nstatus.E: hidden\nstatus.K: hidden')
})

test('somebody let into the figures alone reads them, is offered nothing to send, and no record is asked for', async () => {
  const { emulator, open } = await trust()
  emulator.admin.clearLog()
  open('governor')
  expect(await screen.findByText('Oakfield: nothing was sent yet. Ask the SENCO.')).toBeTruthy()
  expect(screen.queryByRole('region', { name: 'What this school sends' })).toBeNull()
  expect(cells('Register', 'Pupils with SEND')).toEqual(['40'])
  const asked = emulator.admin.log().filter(({ path }) => path.includes('/items'))
  expect(asked.every(({ path }) => path.includes('School%20figures'))).toBe(true)
})
