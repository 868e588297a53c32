import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { PersonAddRegular } from '@fluentui/react-icons'
import { contactOf } from '../../../documents/letters/addressees.ts'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { blank } from '../../../domain/record.ts'
import { Contact } from '../../../domain/records/contact.ts'
import { Contributor } from '../../../domain/records/contributor.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { inkOnHover } from '../../../ui/inkOnHover.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useAddPerson } from './useAddPerson.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  button: inkOnHover,
})

/** The pupil's contacts who are not on the list yet, each with one click. */
export const AddPeople = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Contributor)
  const { add, trouble } = useAddPerson(file)
  const { contacts, contributors, review } = file
  const asked = new Set(contributors.map((one) => contactOf(one, contacts)?.key))
  const others = contacts.filter(({ key }) => !asked.has(key))
  if (others.length === 0 || !mayWrite) return null
  return (
    <section aria-label={t`Add from contacts`}>
      <Text as="h3" weight="semibold" block style={{ margin: '0 0 8px' }}>{t`Add from contacts`}</Text>
      <div className={styles.row}>
        {others.map((contact) => (
          <Button
            key={contact.key}
            size="small"
            className={styles.button}
            icon={<PersonAddRegular />}
            onClick={() =>
              void add(
                blank(Contributor, {
                  review: review.key,
                  name: contact.name,
                  email: contact.email,
                  contact: contact.key,
                  role: contact.parentalResponsibility ? 'parent' : 'other',
                }),
              )
            }
          >
            <Personal>{contact.name}</Personal>
            <span className={styles.quiet}>
              &nbsp;
              {[
                contact.relationship && inWords(Contact.fields.relationship.choices[contact.relationship]),
                contact.parentalResponsibility && t`parental responsibility`,
                contact.restriction && t`contact restriction`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </Button>
        ))}
      </div>
      {trouble && <Text role="alert">{t`Not added: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
    </section>
  )
}
