import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { Page } from '../Page.tsx'
import { useGo } from '../routes.ts'
import { Trail } from '../Trail.tsx'
import { askedOf, queryOf } from './asked.ts'
import { Checked } from './Checked.tsx'
import { ChooseCensus } from './ChooseCensus.tsx'

const register = { at: 'register', query: new URLSearchParams() } as const

/** What a census would return of the register, what is wrong by which rule, and what puts it right. */
export const CensusScreen = ({ query }: { query: URLSearchParams }) => {
  const { go } = useGo()
  const asked = askedOf(query, useServices().today())
  const lists = [useAll(Pupil), useAll(Need), useAll(StatusPeriod)] as const
  return (
    <Page title="Census check" above={<Trail steps={[{ words: 'Register', route: register }]} />}>
      <ChooseCensus asked={asked} onAsked={(next) => go({ at: 'census', query: queryOf(next) }, true)} />
      <Loaded
        queries={lists}
        shape={
          <Skeleton aria-label="Reading the register">
            <SkeletonItem size={64} />
          </Skeleton>
        }
      >
        {(pupils, needs, periods) => (
          <>
            <Unreadable listings={[pupils, needs, periods]} />
            <Checked asked={asked} pupils={pupils.records} needs={needs.records} periods={periods.records} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
