import { t } from '../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { factsOf } from '../../ui/publish/OnePage.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '200px',
    overflowY: 'auto',
    '@media (max-width: 640px)': { margin: '0 -12px' },
  },
  list: { maxWidth: '860px' },
  row: { paddingLeft: '2px', '@media (max-width: 640px)': { paddingLeft: '12px' } },
  // A thumb may press anywhere in the row.
  name: {
    fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  hint: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden' },
})

/** Published profiles, one under another: who, where, and the first thing that helps. */
export const ProfileList = ({ profiles }: { profiles: readonly Stored<StaffProfile>[] }) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <VirtualList
      rows={profiles}
      keyOf={({ key }) => key}
      height={84}
      scroll={styles.scroll}
      list={styles.list}
      label={t`Profiles`}
      row={styles.row}
    >
      {(profile) => (
        <>
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
        </>
      )}
    </VirtualList>
  )
}
