import { FluentProvider, teamsLightTheme } from '@fluentui/react-components'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { type NeedType, needTypes, yearGroupOrder } from '../../src/domain/rules/codes.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { usualReviewSettings } from '../../src/domain/rules/reviewSettings.ts'
import { columns, usualColumns } from '../../src/tab/register/columns.ts'
import { filterOf, shownRows } from '../../src/tab/register/filter.ts'
import { RegisterGrid } from '../../src/tab/register/RegisterGrid.tsx'
import { rowsOf } from '../../src/tab/register/rows.ts'
import { useTableStyles } from '../../src/ui/tableStyles.ts'
import { type Services, ServicesProvider } from '../../src/ui/services.tsx'

const query = new URLSearchParams(location.search)
const count = Number(query.get('rows') ?? 10_000)
const types = Object.keys(needTypes) as NeedType[]
const today = '2026-11-20'
const keyOf = (i: number) => `01${String(i).padStart(24, '0')}`

const pupils = Array.from({ length: count }, (_, i): Stored<Pupil> => ({
  ...blank(Pupil, {
    forename: `Forename${i % 997}`,
    surname: `Surname${(i * 7919) % count}`,
    dateOfBirth: addDays('2010-09-01', (i * 31) % 4_000),
    yearGroup: yearGroupOrder[3 + (i % 14)]!,
    className: `${(i % 14) + 1}${'ABCDEF'[i % 6]}`,
    status: i % 5 === 0 ? 'E' : 'K',
    planIssued: i % 5 === 0 ? addDays('2024-01-01', i % 700) : null,
    keyAdult: `Adult ${i % 60}`,
  }),
  key: keyOf(i),
  id: String(i),
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
}))
const needs = pupils.map(({ key }, i) => blank(Need, { pupil: key, type: types[i % types.length]!, rank: 1 }))
const rows = rowsOf(pupils, { needs, reviews: [], settings: usualReviewSettings }, today)

/** The same rows as a plain table that draws all of them. */
const Plain = ({ shown }: { shown: typeof rows }) => {
  const styles = useTableStyles()
  return (
    <div className={styles.scroll} data-register>
      <table className={styles.table}>
        <thead>
          <tr>
            {usualColumns.map((column) => (
              <th key={column} className={styles.head} style={{ width: columns[column].width }}>
                {columns[column].words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.pupil.key} className={styles.row}>
              {usualColumns.map((column) => (
                <td key={column} className={styles.cell}>
                  {columns[column].text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Page = () => {
  const [typed, setTyped] = useState('')
  const shown = shownRows(rows, filterOf(new URLSearchParams('show=everyone')), typed)
  return (
    <>
      <input aria-label="Search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      {query.get('plain') === 'yes' ? (
        <Plain shown={shown} />
      ) : (
        <RegisterGrid
          rows={shown}
          columns={usualColumns}
          sort="name"
          down={false}
          selection={{ keys: new Set(), toggle: () => {}, toggleAll: () => {}, clear: () => {} }}
          onSort={() => {}}
        />
      )}
    </>
  )
}

const services = { school: { id: 'bench', name: 'Bench', sites: { senco: '' } } } as unknown as Services
createRoot(document.getElementById('root')!).render(
  <FluentProvider
    theme={teamsLightTheme}
    style={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}
  >
    <ServicesProvider value={services}>
      <Page />
    </ServicesProvider>
  </FluentProvider>,
)
