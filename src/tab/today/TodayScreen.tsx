import { t } from '../../words/t.ts'
import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components'
import { LinkRegular, PrintRegular } from '@fluentui/react-icons'
import { useMemo, useRef, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import { showWeekday } from '../../domain/rules/day.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import { type Show, shows } from '../../domain/rules/today.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { useReviewSettings, useSchool } from '../../ui/useSchool.ts'
import { Why } from '../../ui/Why.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Page } from '../Page.tsx'
import { placeOf, type Route, useGo } from '../routes.ts'
import { Chips } from './Chips.tsx'
import { NotRead } from './NotRead.tsx'
import { PrintWeek } from './PrintWeek.tsx'
import { useFirstTurn, useToday } from './useToday.ts'
import { weekPassing } from './weekPassing.ts'
import { WorkGroups } from './WorkGroups.tsx'

const useStyles = makeStyles({
  shape: { display: 'grid', gap: '18px', paddingTop: '8px' },
  chips: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  head: { color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', gap: '8px 16px', flexWrap: 'wrap', alignItems: 'center' },
  end: {
    marginLeft: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    whiteSpace: 'nowrap',
    gap: '4px 12px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { marginLeft: 0 },
  },
})

const Shape = () => {
  const styles = useStyles()
  return (
    <Skeleton aria-label={t`Reading what is due`} className={styles.shape}>
      <div className={styles.chips}>
        {[90, 120, 160, 140, 130].map((width) => (
          <SkeletonItem key={width} size={24} style={{ width, borderRadius: 12 }} />
        ))}
      </div>
      {Array.from({ length: 8 }, (_, i) => (
        <SkeletonItem key={i} size={20} />
      ))}
    </Skeleton>
  )
}

const showIn = (query: URLSearchParams): Show | null =>
  shows.find((each) => each === query.get('show')) ?? null

const showing = (show: Show | null): Route => ({
  at: 'today',
  query: new URLSearchParams(show ? { show } : {}),
})

/** What a SENCO opens in the morning: what is due and overdue, whose turn it is, and the next step of each. */
export const TodayScreen = ({ query }: { query: URLSearchParams }) => {
  const styles = useStyles()
  const today = useServices().today()
  const pupils = useAll(Pupil)
  const reviews = useAll(Review)
  const school = useSchool()
  const settings = useReviewSettings()
  useFirstTurn()
  return (
    <Page title={t`Today`} beside={<Text className={styles.head}>{showWeekday(today)}</Text>}>
      <Loaded queries={[pupils, reviews, school, settings]} shape={<Shape />}>
        {(pupilList, reviewList, settled, review) => (
          <Work
            pupils={pupilList}
            reviews={reviewList}
            school={settled}
            review={review}
            show={showIn(query)}
          />
        )}
      </Loaded>
    </Page>
  )
}

/** Moves between the next steps of the lines: `j` and `k`; Enter then presses the one reached. */
const useRowKeys = () => {
  const list = useRef<HTMLDivElement>(null)
  const step = (by: number) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-work]') ?? [])]
    const here = all.findIndex((row) => row.contains(document.activeElement))
    const next =
      all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, here + by))]
    const target = next?.querySelector<HTMLElement>('[data-next], a')
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  return list
}

const Work = ({
  pupils,
  reviews,
  school,
  review,
  show,
}: {
  pupils: Listing<Pupil>
  reviews: Listing<Review>
  school: Stored<School> | null
  review: ReviewSettings
  show: Show | null
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const services = useServices()
  const today = services.today()
  const say = useSay()
  const known = useAskMayWrite(pupils.records[0])
  const refused = !useMayWrite(Review)
  const mayWrite = refused ? false : known ? true : null
  const { work, failed, listings } = useToday(pupils, reviews, school, review)
  const byKey = useMemo(() => new Map(pupils.records.map((pupil) => [pupil.key, pupil])), [pupils])
  const [printing, setPrinting] = useState<'no' | 'asking' | 'yes'>('no')
  const list = useRowKeys()
  if (pupils.records.length === 0) {
    return (
      <Notice
        title={t`Nobody is on the register yet`}
        todo={t`What is due, and whose turn it is, is listed here once there are pupils. Begin with an export of your MIS (SIMS, Arbor, Bromcom or a CTF file).`}
        action={<Button appearance="primary" onClick={() => go({ at: 'import' })}>{t`Import pupils`}</Button>}
      />
    )
  }
  const { periods } = work
  const share = () => {
    services.shareLink(placeOf(services.school.id, showing(show)), t`What is due`)
    say(t`Link ready to pass on. Only people with access can open it.`)
  }
  return (
    <>
      <div className={styles.bar}>
        <Chips work={work} show={show} onShow={(next) => go(showing(next), true)} />
        <span className={styles.end}>
          <Text size={200}>
            <Why why={periods.why}>{periods.week}</Why>
          </Text>
          <Button
            size="small"
            appearance="subtle"
            icon={<LinkRegular />}
            onClick={share}
          >{t`Copy link`}</Button>
          <Button
            size="small"
            appearance="subtle"
            icon={<PrintRegular />}
            disabled={printing !== 'no'}
            onClick={() => setPrinting('asking')}
          >{t`Print my week`}</Button>
        </span>
      </div>
      {printing === 'asking' && (
        <PassOn
          passing={weekPassing(work, byKey)}
          onDone={() => setPrinting('yes')}
          onClose={() => setPrinting('no')}
        />
      )}
      <Unreadable listings={listings} />
      <NotRead failed={failed} />
      <div ref={list}>
        <WorkGroups work={work} show={show} pupils={byKey} today={today} mayWrite={mayWrite} />
      </div>
      {printing === 'yes' && (
        <PrintWeek work={work} pupils={byKey} today={today} onDone={() => setPrinting('no')} />
      )}
    </>
  )
}
