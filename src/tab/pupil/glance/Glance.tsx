import { inWords, t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { Action } from '../../../domain/records/action.ts'
import { Contact } from '../../../domain/records/contact.ts'
import { Need } from '../../../domain/records/need.ts'
import { Profile } from '../../../domain/records/profile.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import { needTypes, senStatuses, yearGroups, yearNumberOf } from '../../../domain/rules/codes.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { reviewDue } from '../../../domain/rules/reviewDue.ts'
import { ageOn, chronologicalYear } from '../../../domain/rules/schoolYear.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useReviewSettings } from '../../../ui/useSchool.ts'
import { AgeDuties } from '../../review/AgeDuties.tsx'
import { useGo } from '../../routes.ts'
import { NextDue } from '../NextDue.tsx'
import { Waiting } from '../Waiting.tsx'
import { Fact } from './Fact.tsx'
import { PlanFact } from './PlanFact.tsx'
import { Photo } from './Photo.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', gap: '20px', paddingBottom: '16px', alignItems: 'flex-start', flexWrap: 'wrap' },
  facts: {
    flex: '1 1 320px',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '12px 24px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  lines: { listStyle: 'none', margin: 0, padding: 0 },
  text: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
    whiteSpace: 'pre-line',
  },
})

/** `Year 4, age 9`; says so where a child is taught out of their year. */
const yearWords = (pupil: Pupil, today: Day): string => {
  const { yearGroup, dateOfBirth } = pupil
  const age = t`age ${ageOn(dateOfBirth, today)}`
  if (!yearGroup) return age
  const taught = yearNumberOf(yearGroup)
  const byAge = chronologicalYear(dateOfBirth, today)
  const words = `${inWords(yearGroups[yearGroup])}, ${age}`
  if (taught === null || taught === byAge) return words
  const away = Math.abs(taught - byAge)
  return t`${words}; taught ${away === 1 ? t`a year` : t`${away} years`} ${taught < byAge ? 'below' : 'above'} their age`
}

const statusWords = ({ status, statusFrom, planIssued }: Pupil): string => {
  const since = status === 'E' ? (planIssued ?? statusFrom) : statusFrom
  return `${inWords(senStatuses[status])}${since ? t` since ${showDay(since)}` : ''}`
}

/** A number to ring is not offered before the restriction was read. */
const Restricted = ({ href }: { href: string }) => (
  <>
    {' '}
    <Link inline href={href}>
      <StatusMark status="overdue" word={t`Contact restriction`} />
    </Link>
  </>
)

/** Whoever opens the record knows in five seconds who this is, what is due and whom to talk to. */
export const Glance = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const today = useServices().today()
  const { href } = useGo()
  const needs = useAbout(Need, 'pupil', pupil.key)
  const contacts = useAbout(Contact, 'pupil', pupil.key)
  const actions = useAbout(Action, 'pupil', pupil.key)
  const profiles = useAbout(Profile, 'pupil', pupil.key)
  const reviews = useAbout(Review, 'pupil', pupil.key)
  const settings = useReviewSettings()
  return (
    <Loaded queries={[needs, contacts, actions, profiles, reviews, settings]} shape={<Waiting />}>
      {(needList, contactList, actionList, profileList, reviewList, reviewSettings) => {
        const due = reviewDue(pupil, reviewList.records, reviewSettings, today)
        const open = needList.records
          .filter(({ until }) => !until || until >= today)
          .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
        const adults = contactList.records.filter(({ parentalResponsibility }) => parentalResponsibility)
        const todo = actionList.records.filter(({ status }) => status === 'open')
        const late = todo.filter((action) => action.due !== null && action.due < today)
        const profile = profileList.records.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
        const section = (name: 'needs' | 'contacts' | 'actions' | 'profile') =>
          href({ at: 'pupil', key: pupil.key, section: name })
        return (
          <section aria-label={t`At a glance`}>
            {due && <NextDue due={due} pupil={pupil.key} />}
            <AgeDuties pupil={pupil} />
            <div className={styles.all}>
              <Photo pupil={pupil} />
              <dl className={styles.facts}>
                <Fact label={t`Year and age`}>
                  <Personal>{yearWords(pupil, today)}</Personal>
                </Fact>
                <Fact label={t`SEN status`}>{statusWords(pupil)}</Fact>
                <Fact label={t`Needs`}>
                  {open.length === 0 ? (
                    <Link inline href={section('needs')}>{t`None recorded yet`}</Link>
                  ) : (
                    <ul className={styles.lines}>
                      {open.slice(0, 3).map((need) => (
                        <li key={need.key}>{inWords(needTypes[need.type])}</li>
                      ))}
                      {open.length > 3 && <li>{t`and ${open.length - 3} more`}</li>}
                    </ul>
                  )}
                </Fact>
                <Fact label={t`Key adult`}>{pupil.keyAdult ?? t`Nobody named`}</Fact>
                <Fact label={t`Parental responsibility`}>
                  {adults.length === 0 ? (
                    <Link inline href={section('contacts')}>{t`Nobody recorded`}</Link>
                  ) : (
                    <ul className={styles.lines}>
                      {adults.map((adult) => (
                        <li key={adult.key}>
                          <Personal>
                            {adult.name}
                            {adult.telephone && !adult.restriction && `, ${adult.telephone}`}
                          </Personal>
                          {adult.restriction && <Restricted href={section('contacts')} />}
                        </li>
                      ))}
                    </ul>
                  )}
                  {contactList.records.some(
                    ({ restriction, parentalResponsibility }) => restriction && !parentalResponsibility,
                  ) && (
                    <>
                      {t`Another contact:`} <Restricted href={section('contacts')} />
                    </>
                  )}
                </Fact>
                {pupil.attendance !== null && (
                  <Fact label={t`Attendance this year`}>
                    <Personal>
                      {pupil.attendance}%{pupil.partTime && t`, part-time timetable`}
                      {pupil.suspensions ? t`, ${pupil.suspensions} suspended` : ''}
                    </Personal>
                  </Fact>
                )}
                <PlanFact pupil={pupil} />
                <Fact label={t`Actions`}>
                  <Link inline href={section('actions')}>
                    {todo.length === 0
                      ? t`None to do`
                      : t`${todo.length} to do${late.length > 0 ? t`, ${late.length} overdue` : ''}`}
                  </Link>
                </Fact>
                {pupil.communication && <Fact label={t`Communication`}>{pupil.communication}</Fact>}
                {profile?.helps && (
                  <Fact label={t`What helps`} wide>
                    <Text className={styles.text}>{profile.helps}</Text>
                    <Link href={section('profile')}>{t`The whole profile`}</Link>
                  </Fact>
                )}
              </dl>
            </div>
          </section>
        )
      }}
    </Loaded>
  )
}
