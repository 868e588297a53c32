import { t } from '../../../words/t.ts'
import { makeStyles, tokens } from '@fluentui/react-components'
import { FlagRegular } from '@fluentui/react-icons'
import { leadShown } from '../../../domain/rules/safeguardingLead.ts'
import { Contact } from '../../../domain/records/contact.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import type { Stored } from '../../../domain/record.ts'
import { alertsOf } from './alerts.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', listStyle: 'none', margin: 0, padding: 0 },
  flag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    padding: '1px 8px 1px 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  shape: { flexShrink: 0, color: tokens.colorStatusDangerForeground1 },
})

/** The pupil's alerts, on every section of the record. */
export const Alerts = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const contacts = useAbout(Contact, 'pupil', pupil.key)
  const alerts = alertsOf(pupil, contacts.data?.records ?? [], leadShown(useSchool().data ?? null))
  if (alerts.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t`Alerts`}>
      {alerts.map((alert) => (
        <li key={alert} className={styles.flag}>
          <FlagRegular className={styles.shape} aria-hidden />
          <Personal>{alert}</Personal>
        </li>
      ))}
    </ul>
  )
}
