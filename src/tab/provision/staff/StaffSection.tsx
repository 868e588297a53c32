import { t } from '../../../words/t.ts'
import { Tab, TabList, makeStyles } from '@fluentui/react-components'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useAskMayWrite } from '../../../ui/useMayAdd.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { CoverPart } from './CoverPart.tsx'
import { HoursPart } from './HoursPart.tsx'
import { MatchPart } from './MatchPart.tsx'
import { StaffList } from './StaffList.tsx'
import { type DeployedRecords, deployedRecords, useDeployedQueries, useDeployment } from './useDeployed.ts'
import { WeekPart } from './WeekPart.tsx'

const parts = {
  hours: t`Hours and clashes`,
  week: t`Who is where`,
  match: t`Plan, map, timetable`,
  cover: t`Cover`,
  list: t`Staff list`,
}
type Part = keyof typeof parts

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0 },
  // Wraps: on a phone nobody sees that there is more to the right.
  tabs: { flexWrap: 'wrap', marginLeft: '-10px' },
})

/** Who gives support: hours bought against hours used, who is where when, what is not covered, and the staff list. */
export const StaffSection = ({ query }: { query: URLSearchParams }) => (
  <Loaded queries={useDeployedQueries()} shape={<Waiting />}>
    {(...answers) => {
      const records = deployedRecords(...answers)
      const listings = answers.filter((answer) => 'unreadable' in answer)
      return (
        <>
          <Unreadable listings={listings} />
          <Staff query={query} records={records} />
        </>
      )
    }}
  </Loaded>
)

const Staff = ({ query, records }: { query: URLSearchParams; records: DeployedRecords }) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const deployed = useDeployment(records, today)
  useAskMayWrite(records.pupils[0])
  const asked = query.get('show') ?? ''
  const nobody = records.staff.length === 0
  const part: Part = Object.hasOwn(parts, asked) ? (asked as Part) : nobody ? 'list' : 'hours'
  const show = (next: string) =>
    go({ at: 'provision', section: 'staff', query: new URLSearchParams({ show: next }) }, true)
  return (
    <div className={styles.whole}>
      <TabList
        className={styles.tabs}
        selectedValue={part}
        onTabSelect={(_, { value }) => show(value as string)}
      >
        {Object.entries(parts).map(([value, words]) => (
          <Tab key={value} value={value}>
            {words}
          </Tab>
        ))}
      </TabList>
      {part === 'hours' &&
        (deployed.use.length === 0 ? (
          <Notice title={t`No hours to show yet`} todo={SupportStaff.about} />
        ) : (
          <HoursPart records={records} deployed={deployed} onList={() => show('list')} />
        ))}
      {part === 'week' && <WeekPart use={deployed.use} pupils={records.pupils} day={today} />}
      {part === 'match' && <MatchPart rows={deployed.match} records={records} day={today} />}
      {part === 'cover' && <CoverPart records={records} deployed={deployed} />}
      {part === 'list' && <StaffList staff={records.staff} />}
    </div>
  )
}
