import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { useMayRead } from '../../../ui/access.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { keptFor } from '../../../ui/noAccessWords.ts'
import { useServices } from '../../../ui/services.tsx'
import { Waiting } from '../Waiting.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { WhatStaffSee } from './WhatStaffSee.tsx'

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '32px',
    alignItems: 'start',
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  part: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The one-page profile of a pupil, and what staff see of the record. */
export const ProfileSection = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  return (
    <div className={styles.both}>
      <section className={styles.part} aria-label={t`One-page profile`}>
        <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>{t`One-page profile`}</Text>
        <ProfileForm pupil={pupil} />
      </section>
      <section className={styles.part} aria-label={t`What staff see`}>
        <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>{t`What staff see`}</Text>
        <StaffSite pupil={pupil} />
      </section>
    </div>
  )
}

/** Without a staff site, or without access to it, nothing can be shown there: says which it is. */
const StaffSite = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const { school } = useServices()
  const staff = useMayRead('staff')
  if (school.sites.staff === undefined) {
    return (
      <Notice
        title={t`This school has no site for staff yet`}
        todo={t`The profile is kept in the SENCO’s records. To show parts of it to teachers and assistants, whoever looks after Microsoft 365 at your school makes a second SharePoint site, names it in the settings of this app, and makes its lists under School.`}
      />
    )
  }
  return (
    <Loaded queries={[staff]} shape={<Waiting />}>
      {(mayRead) =>
        mayRead ? (
          <WhatStaffSee pupil={pupil} />
        ) : (
          <Notice
            title={t`You don’t have access to ${keptFor.staff} of ${school.name}`}
            todo={t`Without it you can’t see what staff see, nor publish to them. Ask whoever looks after Microsoft 365 at your school.`}
          />
        )
      }
    </Loaded>
  )
}
