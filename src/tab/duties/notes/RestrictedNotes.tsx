import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { RestrictedNote } from '../../../domain/records/restrictedNote.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { allOrNone, useSchool } from '../../../ui/useSchool.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { GuardLine } from './GuardLine.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  says: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { margin: 0, paddingLeft: '20px', maxWidth: '720px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 16px',
    alignItems: 'baseline',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** Which pupils have notes that not everybody may read. What they say stands on the pupil's page, whose opening is logged. */
export const RestrictedNotes = () => {
  const styles = useStyles()
  const services = useServices()
  const today = services.today()
  const { href } = useGo()
  return (
    <section className={styles.part} aria-label={t`Restricted notes`}>
      <Text
        className={styles.says}
      >{t`What only few may read about a pupil, such as where a parent lives or what a family asked you to keep. A child protection record is none of these: it is kept by the safeguarding lead alone, in the school’s own system.`}</Text>
      <ul className={styles.list}>
        <li>{t`Whoever IT put on this list (the SENCO, and whom you ask them to add) reads all of it. Others of the SENCO’s site add notes and read back only their own. SharePoint keeps that, once IT has set it.`}</li>
        <li>{t`It does not keep anything from those who own the site or run your Microsoft 365: they can read and change all of it.`}</li>
        <li>{t`A note is part of what is held about a pupil. Somebody may ask for it; a person looks at each before it is given out, and it goes with the pupil’s file.`}</li>
      </ul>
      <Loaded
        queries={[useSchool(), useQuery(allOrNone(services, RestrictedNote)), useAll(Pupil)]}
        shape={<Waiting />}
      >
        {(school, notes, pupils) => {
          const known = new Map(pupils.records.map((one) => [one.key, one]))
          const all = (notes.records as readonly Stored<RestrictedNote>[]).toSorted((a, b) =>
            b.on.localeCompare(a.on),
          )
          return (
            <>
              <GuardLine school={school} />
              <Unreadable listings={[notes]} />
              {all.length === 0 ? (
                <Notice
                  title={t`No restricted note`}
                  todo={t`A note is added on the pupil’s page, under With others. Most things belong into the chronology, where everybody who works with the record finds them.`}
                />
              ) : (
                <div>
                  {all.map(({ key, pupil, on, why, lookAgain }) => {
                    const whose = known.get(pupil)
                    return (
                      <div key={key} className={styles.row}>
                        {whose ? (
                          <Link href={href({ at: 'pupil', key: pupil, section: 'services', about: key })}>
                            <PupilName pupil={whose} />
                          </Link>
                        ) : (
                          <Text>{t`A pupil who is archived`}</Text>
                        )}
                        <Text>{showDay(on)}</Text>
                        <Text className={styles.says}>{why}</Text>
                        {lookAgain !== null && (
                          <StatusMark
                            status={
                              lookAgain < today ? 'overdue' : lookAgain === today ? 'dueSoon' : 'onTrack'
                            }
                            word={t`Look again on ${showDay(lookAgain)}`}
                          />
                        )}
                      </div>
                    )
                  })}
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
