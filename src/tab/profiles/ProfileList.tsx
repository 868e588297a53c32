import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Stored } from '../../domain/record.ts'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { factsOf } from '../../ui/publish/OnePage.tsx'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '200px',
    overflowY: 'auto',
    '@media (max-width: 640px)': { margin: '0 -12px' },
  },
  body: { position: 'relative', listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    boxSizing: 'border-box',
    padding: '10px 12px 10px 2px',
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { padding: '10px 12px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, alignSelf: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  hint: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
})

/** Published profiles, one under another: who, where, and the first thing that helps. */
export const ProfileList = ({ profiles }: { profiles: readonly Stored<StaffProfile>[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  const scroll = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over what it answers
  const virtual = useVirtualizer({
    count: profiles.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 84,
    overscan: 8,
  })
  return (
    <div ref={scroll} className={styles.scroll}>
      <ul className={styles.body} style={{ height: virtual.getTotalSize() }} aria-label="Profiles">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const profile = profiles[index]!
          return (
            <li
              key={profile.key}
              data-index={index}
              ref={virtual.measureElement}
              aria-setsize={profiles.length}
              aria-posinset={index + 1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Link className={styles.name} href={href({ at: 'profile', key: profile.key })}>
                <PupilName pupil={profile} />
              </Link>
              <Text size={200} className={styles.quiet}>
                {factsOf(profile)}
              </Text>
              {(profile.helps ?? profile.strategies) && (
                <Text size={200} className={styles.hint}>
                  {profile.helps ?? profile.strategies}
                </Text>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
