import { t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { noticeAddressees, supportNotice } from '../../../documents/papers/supportNotice.ts'
import type { PlanFile } from '../../../documents/papers/supportPlan.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Contact } from '../../../domain/records/contact.ts'
import { letterFile } from '../../../ui/letters/letterFile.ts'
import { Letters } from '../../review/path/Letters.tsx'
import { usePlanStyles } from './styles.ts'

/** The notice under section 68: a letter to each parent, or to the young person, by the ways of every letter. */
export const NoticeLetters = ({
  file,
  contacts,
  adults,
  onClose,
}: {
  file: PlanFile
  contacts: readonly Stored<Contact>[]
  adults: readonly string[]
  onClose: () => void
}) => {
  const styles = usePlanStyles()
  const { pupil, school, schoolName, cycle, today } = file
  const of = letterFile({ pupil, school, schoolName, contacts }, cycle)
  const people = noticeAddressees(pupil, contacts, today)
  const body = supportNotice(file)
  return (
    <div className={styles.all}>
      {people.length === 0 && (
        <Text>{t`Nobody with parental responsibility is among the contacts yet. Add them under Contacts, then write to them.`}</Text>
      )}
      <Letters
        file={of}
        title={t`Letter: SEN support is given`}
        kind="supportNotice"
        people={people}
        review={null}
        adults={adults}
        batchOf={(chosen) => ({
          kind: 'supportNotice',
          file: of,
          today,
          letters: chosen.map((to) => ({ to, body })),
          of: { name: 'cycle', key: cycle.key },
        })}
      />
      <div>
        <Button size="small" appearance="subtle" onClick={onClose}>{t`Close`}</Button>
      </div>
    </div>
  )
}
