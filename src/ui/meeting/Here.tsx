import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { saidOf } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import { Contributor, contributorRoles, toBeNamed } from '../../domain/records/contributor.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../documents/reviewPlaces.ts'
import { AddForm } from '../AddForm.tsx'
import { useDraft } from '../drafts.tsx'
import { FieldRow } from '../FieldRow.tsx'
import { Personal } from '../hiddenDetails.tsx'
import { clockTime } from '../words.ts'
import { useMayWrite } from '../writeAccess.ts'
import { useWayBack } from './useWayBack.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  one: {
    display: 'grid',
    // The same place for the same answer in every row.
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: '6px 16px',
    alignItems: 'center',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  below: { gridColumn: '1 / -1' },
  quiet: { color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  add: { paddingTop: '12px' },
})
const ways = ['inPerson', 'online', 'apologies', 'noReply'] as const

/** Who came: a click each; and those who turned up unasked. Addresses stay away from a shared screen. */
export const Here = ({
  file,
  onStored,
}: {
  file: ReviewFile
  onStored?: (stored: Stored<unknown>) => void
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Contributor)
  const [adding, setAdding] = useState(false)
  const wayBack = useWayBack(Contributor, t`Added to who came`)
  return (
    <>
      <ul className={styles.list}>
        {contributorsInOrder(file).map((one) => (
          <Person key={one.key} one={one} />
        ))}
      </ul>
      <div className={styles.add}>
        {adding ? (
          <AddForm
            type={Contributor}
            title={t`Add somebody who came`}
            given={{ review: file.review.key, attended: 'inPerson' }}
            fields={['name', 'role', 'organisation', 'attended']}
            onStored={(stored) => {
              wayBack(stored)
              onStored?.(stored)
            }}
            onClose={() => setAdding(false)}
          />
        ) : (
          mayWrite && (
            <Button icon={<AddRegular />} onClick={() => setAdding(true)}>{t`Add somebody who came`}</Button>
          )
        )}
      </div>
    </>
  )
}

const Person = ({ one }: { one: Stored<Contributor> }) => {
  const styles = useStyles()
  const draft = useDraft(Contributor, one)
  const mayWrite = useMayWrite(Contributor)
  const now = draft.valueOf('attended')
  const state = draft.stateOf('attended')
  const mark = (way: (typeof ways)[number]) => {
    draft.set('attended', now === way ? null : way)
    void draft.flush()
  }
  const unnamed = one.name === toBeNamed
  return (
    <li className={styles.one}>
      <div className={styles.who}>
        <Text weight="semibold">
          <Personal>{one.name}</Personal>
        </Text>
        <Text size={200} className={styles.quiet}>
          {[inWords(contributorRoles[one.role]), one.organisation].filter(Boolean).join(' · ')}
        </Text>
        <output>
          {state.is === 'saved' && (
            <Text size={200} className={styles.quiet}>{t`Saved ${clockTime(state.at)}`}</Text>
          )}
        </output>
      </div>
      {!mayWrite && (
        <Text>{typeof now === 'string' ? saidOf(Contributor.fields.attended, now) : t`Not said yet`}</Text>
      )}
      {mayWrite && (
        <div
          className={styles.ways}
          role="group"
          aria-label={t`${inWords(contributorRoles[one.role])}: at the meeting`}
        >
          {ways.map((way) => (
            <ToggleButton
              key={way}
              size="small"
              shape="circular"
              checked={now === way}
              onClick={() => mark(way)}
            >
              {inWords(Contributor.fields.attended.choices[way])}
            </ToggleButton>
          ))}
        </div>
      )}
      {unnamed && mayWrite && (
        <div className={styles.below}>
          <FieldRow type={Contributor} name="name" draft={draft} />
        </div>
      )}
      {(state.is === 'notSaved' || state.is === 'differs') && (
        <div className={styles.below}>
          <FieldRow type={Contributor} name="attended" draft={draft} />
        </div>
      )}
    </li>
  )
}
