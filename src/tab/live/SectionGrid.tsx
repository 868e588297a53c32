import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Fragment, useState } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { dayOfReview, reviewedOutcomes, reviewedSupport } from '../../documents/reviewPlaces.ts'
import type { Stored } from '../../domain/record.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { planSections } from '../../domain/rules/codes.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { useDraft } from '../../ui/drafts.tsx'
import { FieldRow } from '../../ui/FieldRow.tsx'
import { TroubleNotice } from '../../ui/Loaded.tsx'
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
  pair: {
    display: 'grid',
    gap: '12px 20px',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
    alignItems: 'start',
    '& > *': { minWidth: 0 },
  },
})
type Section = keyof typeof planSections

/** What the plan says now, where the record holds it: Sections B, E and F. */
const currentText = (file: ReviewFile, section: Section, day: string): string | null => {
  const lines =
    section === 'B'
      ? file.needs
          .filter(({ until }) => until === null || until >= day)
          .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
          .flatMap(({ description }) => description ?? [])
      : section === 'E'
        ? reviewedOutcomes(file).map(({ text }) => text)
        : section === 'F'
          ? reviewedSupport(file, day).flatMap(({ specified }) => specified ?? [])
          : []
  return lines.join('\n') || null
}

/** What the plan says and what it should say, beside each other where there is room. */
const Wording = ({ change }: { change: Stored<SectionChange> }) => {
  const styles = useStyles()
  const draft = useDraft(SectionChange, change)
  return (
    <>
      <div className={styles.pair}>
        {(['current', 'proposed'] as const).map((name) => (
          <div key={name}>
            <FieldRow type={SectionChange} name={name} draft={draft} />
          </div>
        ))}
      </div>
      <FieldRow type={SectionChange} name="evidence" draft={draft} />
    </>
  )
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
          <section
            key={section}
            className={styles.row}
            aria-label={t`Section ${inWords(planSections[section])}`}
          >
            <div className={styles.head}>
              <Text weight={changes.length > 0 || begun ? 'semibold' : 'regular'}>
                {inWords(planSections[section])}
              </Text>
              <span className={styles.end}>
                <Text className={styles.quiet}>{changes.length > 0 ? t`Change proposed` : t`No change`}</Text>
                {mayWrite && changes.length === 0 && !begun && (
                  <Button size="small" onClick={() => setAdding(section)}>{t`Change`}</Button>
                )}
              </span>
            </div>
            {changes.map((change) => (
              <Fragment key={change.key}>
                <Wording change={change} />
                {mayWrite && (
                  <div>
                    <Button
                      size="small"
                      appearance="subtle"
                      aria-label={t`No change to ${section} after all`}
                      onClick={() => void archive(change, 'No change after all')}
                    >{t`No change after all`}</Button>
                  </div>
                )}
              </Fragment>
            ))}
            {begun && changes.length === 0 && (
              <AddForm
                type={SectionChange}
                title={t`Propose a change to ${section}`}
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
