import { t } from '../../words/t.ts'
import { Suspense } from 'react'
import type { DutyPlace } from '../../domain/duties/duty.ts'
import { dutiesAt } from '../../domain/duties/index.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { SectionNav } from '../SectionNav.tsx'
import { DutyList } from './DutyList.tsx'
import { OneDuty } from './OneDuty.tsx'
import { dutyPages } from './pages.tsx'

export const placeWords: Record<DutyPlace, string> = {
  with: t`With others`,
  access: t`Access`,
  leading: t`Leading SEND`,
}

/** A place of duties: the list of one of them, or one row as a page of its own. */
export const DutiesScreen = ({
  place,
  name,
  rowKey,
  query,
}: {
  place: DutyPlace
  name: string
  rowKey: string | null
  query: URLSearchParams
}) => {
  const here = dutiesAt(place)
  const pages = dutyPages[place] ?? []
  const page = pages.find((one) => one.name === name)
  const duty = here.find((one) => one.name === name) ?? here[0]!
  if (rowKey !== null && !page) return <OneDuty key={rowKey} duty={duty} rowKey={rowKey} />
  return (
    <Page title={placeWords[place]}>
      <SectionNav
        label={t`Parts of this place`}
        sections={here
          .flatMap((one) => [one, ...pages.filter(({ after }) => after === one.name)])
          .map((one) => ({
            words: one.words,
            route: { at: 'duties', place, duty: one.name },
            current: one === (page ?? duty),
          }))}
      />
      {page ? (
        <Suspense fallback={<Waiting />}>
          <page.Whole query={query} />
        </Suspense>
      ) : (
        <DutyList key={duty.name} duty={duty} query={query} />
      )}
    </Page>
  )
}
