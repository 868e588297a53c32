import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Fragment, useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { dayOfReview, reviewedOutcomes, reviewedSupport } from '../../documents/reviewPlaces.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { planSections } from '../../domain/rules/codes.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { useArchive } from '../../ui/useArchive.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  end: { marginLeft: 'auto', display: 'flex', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})
type Section = keyof typeof planSections

/** What the plan says now, where the record holds it: Sections E and F. */
const currentText = (file: ReviewFile, section: Section, day: string): string | null => {
  const lines =
    section === 'E'
      ? reviewedOutcomes(file).map(({ text }) => text)
      : section === 'F'
        ? reviewedSupport(file, day).flatMap(({ specified }) => specified ?? [])
        : []
  return lines.join('\n') || null
}

/** Sections A to K: each stays as it is, or has its current and its proposed wording side by side. */
export const SectionGrid = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(SectionChange)
  const day = dayOfReview(file, useServices().today())
  const [adding, setAdding] = useState<Section | null>(null)
  const { archive, trouble } = useArchive(SectionChange)
  return (
    <div>
      {trouble && <TroubleNotice trouble={trouble} />}
      {(Object.keys(planSections) as Section[]).map((section) => {
        const changes = file.sectionChanges.filter((one) => one.section === section)
        const begun = adding === section
        return (
          <section key={section} className={styles.row} aria-label={`Section ${planSections[section]}`}>
            <div className={styles.head}>
              <Text weight={changes.length > 0 || begun ? 'semibold' : 'regular'}>
                {planSections[section]}
              </Text>
              <span className={styles.end}>
                <Text className={styles.quiet}>{changes.length > 0 ? 'Change proposed' : 'No change'}</Text>
                {mayWrite && changes.length === 0 && !begun && (
                  <Button size="small" onClick={() => setAdding(section)}>
                    Change
                  </Button>
                )}
              </span>
            </div>
            {changes.map((change) => (
              <Fragment key={change.key}>
                <RecordForm
                  type={SectionChange}
                  record={change}
                  groups={[{ fields: ['current', 'proposed', 'evidence'] }]}
                />
                {mayWrite && (
                  <div>
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={`No change to ${section} after all`}
                      onClick={() => void archive(change, 'No change after all')}
                    >
                      No change after all
                    </Button>
                  </div>
                )}
              </Fragment>
            ))}
            {begun && changes.length === 0 && (
              <AddForm
                type={SectionChange}
                title={`Propose a change to ${section}`}
                given={{ review: file.review.key, section, current: currentText(file, section, day) }}
                fields={['current', 'proposed', 'evidence']}
                onClose={() => setAdding(null)}
              />
            )}
          </section>
        )
      })}
    </div>
  )
}
