import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { RestrictedNote } from '../../../domain/records/restrictedNote.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { orNone } from '../../../ui/orNone.ts'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { aboutOf } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useSchool } from '../../../ui/useSchool.ts'
import { useSay } from '../../../ui/undo.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { GuardLine } from './GuardLine.tsx'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    paddingBottom: '28px',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
})

const fields = ['on', 'text', 'why', 'toldTo', 'lookAgain']

/** The notes of a pupil that not everybody may read: all of them for whom IT gave the list, else a way to add one. */
export const PupilNotes = ({ pupil, about }: { pupil: string; about: string | null }) => {
  const styles = useStyles()
  const services = useServices()
  const today = services.today()
  const school = useSchool()
  const notes = useQuery({
    ...aboutOf(services, RestrictedNote, 'pupil', pupil),
    queryFn: () => orNone(services.records.store(RestrictedNote).about('pupil', pupil)),
  })
  const guarded = (school.data?.notesGuardedOn ?? null) !== null
  const ownOnly = notes.error instanceof Problem && notes.error.code === 'noAccess'
  const add = { words: t`Add a restricted note`, given: { pupil, on: today }, fields }
  return (
    <section className={styles.part} aria-label={t`Restricted notes`}>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`Restricted notes`}</Text>
      {school.data !== undefined && <GuardLine school={school.data} />}
      {ownOnly ? (
        <OnlyAdd add={add} mayAdd={guarded} />
      ) : (
        <Loaded queries={[notes]} shape={<Waiting />}>
          {(list) => {
            const all = (list.records as readonly Stored<RestrictedNote>[]).toSorted((a, b) =>
              b.on.localeCompare(a.on),
            )
            return (
              <>
                <Unreadable listings={[list]} />
                <RecordCards<Stored<RestrictedNote>>
                  type={RestrictedNote}
                  opened={all.some(({ key }) => key === about) ? about : null}
                  records={all}
                  summary={({ on, why }) => <TwoLines first={showDay(on)} second={why} />}
                  groups={[{ fields }]}
                  latest={{ on: today }}
                  {...(guarded ? { add } : {})}
                  empty={{
                    title: t`No restricted note`,
                    todo: t`Most things belong into the chronology. Here is only what few may read.`,
                  }}
                />
              </>
            )
          }}
        </Loaded>
      )}
    </section>
  )
}

/** For whoever is shown only their own rows: whether there are others is not said. */
const OnlyAdd = ({
  add,
  mayAdd,
}: {
  add: { words: string; given: { pupil: string; on: string }; fields: string[] }
  mayAdd: boolean
}) => {
  const styles = useStyles()
  const say = useSay()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Text
        className={styles.quiet}
      >{t`Whether there are notes about this pupil is shown only to those whom IT put on the list.`}</Text>
      {mayAdd &&
        (adding ? (
          <AddForm
            type={RestrictedNote}
            title={add.words}
            given={add.given}
            fields={add.fields}
            latest={{ on: add.given.on }}
            onStored={() => say(t`Note stored for those who may read it`)}
            onClose={() => setAdding(false)}
          />
        ) : (
          <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
            {add.words}
          </Button>
        ))}
    </>
  )
}
