import { t } from '../../words/t.ts'
import type { DutyPlace } from '../../domain/duties/duty.ts'
import { dutiesAt } from '../../domain/duties/index.ts'
import { Page } from '../Page.tsx'
import { SectionNav } from '../SectionNav.tsx'
import { DutyList } from './DutyList.tsx'
import { OneDuty } from './OneDuty.tsx'

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
  const duty = here.find((one) => one.name === name) ?? here[0]!
  if (rowKey !== null) return <OneDuty key={rowKey} duty={duty} rowKey={rowKey} />
  return (
    <Page title={placeWords[place]}>
      <SectionNav
        label={t`Parts of this place`}
        sections={here.map((one) => ({
          words: one.words,
          route: { at: 'duties', place, duty: one.name },
          current: one === duty,
        }))}
      />
      <DutyList key={duty.name} duty={duty} query={query} />
    </Page>
  )
}
