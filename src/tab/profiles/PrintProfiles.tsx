import { t } from '../../words/t.ts'
import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { createPortal } from 'react-dom'
import { fullName } from '../../domain/records/pupil.ts'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import type { StaffTarget } from '../../domain/records/staffTarget.ts'
import { factsOf, inOrder, OnePage, publishedWords } from '../../ui/publish/OnePage.tsx'
import { useServices } from '../../ui/services.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'

const onPaper = { ...teamsLightTheme, fontFamilyBase: "'Segoe UI', sans-serif" }

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '14px',
    breakAfter: 'page',
    ':last-child': { breakAfter: 'auto' },
  },
  title: { margin: 0 },
  foot: { borderTop: '1px solid #767676', paddingTop: '6px' },
})

/** Some profiles on paper, each on a page of its own; only while the printing goes on, and never in sight. */
export const PrintProfiles = ({
  profiles,
  targets,
  onDone,
}: {
  profiles: readonly StaffProfile[]
  targets: readonly StaffTarget[]
  onDone: () => void
}) => {
  const styles = useStyles()
  const { school } = useServices()
  usePrinting(onDone)
  return createPortal(
    <FluentProvider theme={onPaper} className="paper">
      {profiles.map((profile) => (
        <article key={profile.pupil} className={styles.page}>
          <div>
            <Text as="h1" block size={700} weight="semibold" className={styles.title}>
              {fullName(profile)}
            </Text>
            <Text block>{factsOf(profile)}</Text>
          </div>
          <OnePage
            profile={profile}
            targets={inOrder(targets.filter(({ pupil }) => pupil === profile.pupil))}
          />
          <Text
            size={200}
            className={styles.foot}
          >{t`Confidential: for staff of ${school.name}. Keep it safe, and shred it when you no longer need it. ${publishedWords(profile)}.`}</Text>
        </article>
      ))}
    </FluentProvider>,
    document.body,
  )
}
