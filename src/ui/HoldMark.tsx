import { inWords, t } from '../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons'
import type { Stored } from '../domain/record.ts'
import { Hold, holdKinds } from '../domain/records/hold.ts'
import { showDay } from '../domain/rules/day.ts'
import { holdsInForce } from '../domain/rules/retention.ts'
import { useAbout } from './records.ts'
import { useServices } from './services.tsx'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    padding: '2px 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
})

/** The legal holds of one pupil that are in force, oldest first; none where they can't be read. */
export const useHolds = (pupil: string): readonly Stored<Hold>[] => {
  const today = useServices().today()
  const holds = useAbout(Hold, 'pupil', pupil)
  return holdsInForce(holds.data?.records ?? [], today)
}

/** Says that a pupil is on legal hold, since when and why; nothing where there is none. */
export const HoldMark = ({ pupil, href }: { pupil: string; href: string }) => {
  const styles = useStyles()
  const [hold] = useHolds(pupil)
  if (!hold) return null
  return (
    <span className={styles.mark}>
      <LockClosedRegular aria-hidden />
      <Text size={200}>
        {t`On legal hold since ${showDay(hold.from)}`}
        {hold.kind && `: ${inWords(holdKinds[hold.kind]).toLowerCase()}`}. <Link href={href}>{t`Open`}</Link>
      </Text>
    </span>
  )
}
