import { t } from '../../words/t.ts'
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
import { DaysAndCodes } from './DaysAndCodes.tsx'
import { useCensusSettings } from './useCensusSettings.ts'

const register = { at: 'register', query: new URLSearchParams() } as const

/** What a census would return of the register, what is wrong by which rule, and what puts it right. */
export const CensusScreen = ({ query }: { query: URLSearchParams }) => {
  const { go } = useGo()
  const today = useServices().today()
  const lists = [useCensusSettings(), useAll(Pupil), useAll(Need), useAll(StatusPeriod)] as const
  return (
    <Page title={t`Census check`} above={<Trail steps={[{ words: t`Register`, route: register }]} />}>
      <Loaded
        queries={lists}
        shape={
          <Skeleton aria-label={t`Reading the register`}>
            <SkeletonItem size={64} />
          </Skeleton>
        }
      >
        {(settings, pupils, needs, periods) => {
          const asked = askedOf(query, today, settings.records)
          return (
            <>
              <Unreadable listings={[settings, pupils, needs, periods]} />
              <ChooseCensus
                asked={asked}
                settings={settings.records}
                onAsked={(next) => go({ at: 'census', query: queryOf(next) }, true)}
              />
              <Checked
                asked={asked}
                pupils={pupils.records}
                needs={needs.records}
                periods={periods.records}
                settings={settings.records}
              />
              <DaysAndCodes day={asked.day} settings={settings.records} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
